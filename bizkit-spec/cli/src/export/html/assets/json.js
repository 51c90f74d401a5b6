// JSON that keeps the digits of numbers and the order of members: objects are maps, numbers are texts.
class Num {
  constructor(text) { this.text = text; }
  toString() { return this.text; }
}

const parse = text => {
  let at = 0;
  const fail = () => { throw new SyntaxError(at < text.length ? `not JSON at character ${at + 1}` : 'JSON that ends too early'); };
  const blank = () => { while (at < text.length && ' \t\n\r'.includes(text[at])) at++; };
  const take = pattern => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) fail();
    at = pattern.lastIndex;
    return found[0];
  };
  const string = () => {
    const raw = take(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
    return JSON.parse(raw);
  };
  const value = depth => {
    if (depth > 200) fail();
    blank();
    const c = text[at];
    if (c === '"') return string();
    if (c === '{' || c === '[') {
      const map = c === '{' ? new Map() : null, list = [], end = map ? '}' : ']';
      at++;
      blank();
      if (text[at] === end) { at++; return map || list; }
      for (;;) {
        blank();
        if (map) {
          const name = string();
          blank();
          if (text[at++] !== ':') { at--; fail(); }
          map.set(name, value(depth + 1));
        } else list.push(value(depth + 1));
        blank();
        const next = text[at++];
        if (next === end) return map || list;
        if (next !== ',') { at--; fail(); }
      }
    }
    for (const [word, meant] of [['true', true], ['false', false], ['null', null]]) {
      if (text.startsWith(word, at)) { at += word.length; return meant; }
    }
    return new Num(take(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y));
  };
  const whole = value(0);
  blank();
  if (at < text.length) fail();
  return whole;
};

// Compact, or with so many spaces for each level.
const write = (value, indent = 0, level = 0) => {
  const pad = depth => indent ? '\n' + ' '.repeat(indent * depth) : '';
  if (value instanceof Map) {
    if (!value.size) return '{}';
    const members = [...value].map(([name, inner]) =>
      pad(level + 1) + quote(name) + (indent ? ': ' : ':') + write(inner, indent, level + 1));
    return '{' + members.join(',') + pad(level) + '}';
  }
  if (Array.isArray(value)) {
    const nested = value.some(item => item instanceof Map);
    if (indent && nested) return '[' + value.map(item => pad(level + 1) + write(item, indent, level + 1)).join(',') + pad(level) + ']';
    return '[' + value.map(item => write(item)).join(',') + ']';
  }
  return typeof value === 'string' ? quote(value) : String(value);
};

// What cannot be seen is written by its number.
const HIDDEN = /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;
const quote = text => JSON.stringify(text).replace(HIDDEN, found =>
  [...found].flatMap(c => c.length > 1 ? [c.charCodeAt(0), c.charCodeAt(1)] : [c.charCodeAt(0)])
    .map(unit => '\\u' + unit.toString(16).padStart(4, '0')).join(''))
  .replace(/\\[bf]/g, (found, at, whole) => {
    let slashes = 0;
    while (whole[at - 1 - slashes] === '\\') slashes++;
    return slashes % 2 ? found : found === '\\b' ? '\\u0008' : '\\u000c';
  });

const kindOf = value => value === null ? 'null' : value instanceof Num ? (/^[-\d]+$/.test(value.text) ? 'integer' : 'number')
  : value instanceof Map ? 'object' : Array.isArray(value) ? 'array' : typeof value;

// What the page knows of the API. Examples and defaults stay values; everything else is read by name.
const opened = text => {
  const plain = value => Array.isArray(value) ? value.map(plain)
    : value instanceof Map ? Object.fromEntries([...value].map(([name, inner]) => [name, name === 'x' || name === 'd' ? inner : plain(inner)])) : value;
  const data = parse(text), calls = new Map([...data.get('calls')].map(([id, call]) => [id, plain(call)]));
  const api = { ...plain(new Map([...data].filter(([name]) => name !== 'calls'))), calls };
  api.types.formats = api.formats;
  return api;
};
