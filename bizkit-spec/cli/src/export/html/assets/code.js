// JSON and code with colours, and copying.
const span = (kind, text) => h('span', { class: kind }, text);

// Words of code: texts, numbers, comments.
const paint = (code, language) => {
  const comment = { Shell: '#', Terminal: '#', Python: '#' }[language] || '//';
  const pattern = language === 'Shell' || language === 'Terminal' ? /('(?:[^']|'\\'')*'|"(?:[^"\\]|\\.)*")|((?<=\s)--?[a-z-]+)|(^curl|^bizkit call)/gm
    : /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|\b(\d[\d_.]*(?:i64)?)\b|\b(let|const|await|async|fn|use|return|import|from|as|true|false|null|None|Some|print|echo)\b/g;
  const out = [];
  let at = 0;
  for (const found of code.matchAll(pattern)) {
    out.push(code.slice(at, found.index), span(found[1] ? 's' : found[2] ? 'n' : 'k', found[0]));
    at = found.index + found[0].length;
  }
  return [...out, code.slice(at)].filter(Boolean);
};

const copied = async (button, text) => {
  const before = button.textContent;
  try { await navigator.clipboard.writeText(text); button.textContent = 'copied'; } catch { button.textContent = 'not allowed'; }
  setTimeout(() => { button.textContent = before; }, 1200);
};

// A value as a tree that folds. `note` says what is special about a member, by its pointer.
const tree = (value, note = () => null, name = null, pointer = '', last = true) => {
  const label = name === null ? [] : [span('p', quote(name)), ': '];
  const marked = note(pointer), end = last ? '' : ',';
  const mark = marked ? [' ', h('mark', {}, marked)] : [];
  const compound = value instanceof Map ? [...value] : Array.isArray(value) ? value.map((item, at) => [null, item, at]) : null;
  if (compound?.length) {
    const [open, close] = value instanceof Map ? '{}' : '[]';
    const encoded = key => String(key).replaceAll('~', '~0').replaceAll('/', '~1');
    const kids = compound.map(([key, item, at], index) => tree(item, note, key, `${pointer}/${encoded(key ?? at)}`, index === compound.length - 1));
    const count = value instanceof Map ? `${compound.length} ${compound.length === 1 ? 'member' : 'members'}` : `${compound.length} ${compound.length === 1 ? 'element' : 'elements'}`;
    return h('details', { open: true, 'data-p': pointer }, h('summary', {}, ...label, open, h('small', {}, ` ${count} `), ...mark), h('div', {}, ...kids), h('span', {}, close + end));
  }
  const kind = typeof value === 'string' ? 's' : 'n';
  return h('div', { class: 'line', 'data-p': pointer }, ...label, span(kind, write(value)), end, ...mark);
};
