// What an endpoint's part of the page does: its form, the code that follows it, and calls.
const LANGUAGES = ['Rust', 'JavaScript', 'Shell', 'Python', 'PHP', 'Terminal'];
let language = 'Rust';
try { language = localStorage.getItem('bizkit-language') || 'Rust'; } catch {}

// Secrets that were typed do not go into code, which is copied around.
const veiled = (schema, value, documented) => {
  const def = resolved(api.types, schema);
  if (schema.hide || def.hide) return value === undefined || documented !== undefined && same(value) === same(documented) ? value : '***';
  if (value instanceof Map && def.k === 'object') return new Map([...value].map(([name, inner]) => {
    const field = def.f.find(field => field.w === name);
    return [name, field ? veiled(field.s, inner, documented?.get?.(name)) : inner];
  }));
  if (Array.isArray(value) && def.e) return value.map((item, at) => veiled(def.e, item, documented?.[at]));
  return value;
};

const sampleOf = (id, call, values) => ({
  Rust: () => program(api, call, values) || '// This value has no short form in Rust; build it with the types of the crate.',
  JavaScript: () => javascript(wire(api, call, values)),
  Shell: () => curl(wire(api, call, values)),
  Python: () => python(wire(api, call, values)),
  PHP: () => php(wire(api, call, values)),
  Terminal: () => terminal(id, call, values, api.types),
});

const mount = section => {
  section.dataset.ready = '1';
  const { id } = section, call = api.calls.get(id), aside = section.querySelector('aside');
  furnish(section.querySelector('.d'));
  const examples = [...aside.querySelectorAll('figure')].map(figure => {
    const request = figure.querySelector('.q');
    return { name: figure.querySelector('figcaption').firstChild.textContent.trim(), values: request ? parse(request.textContent) : new Map(), fails: /^[45]/.test(figure.querySelector('figcaption small').textContent) };
  });
  const documented = examples.find(example => !example.fails) || { values: new Map() };
  const list = section.querySelector('dl.a'), rows = list ? [...list.children].filter(child => child.tagName === 'DD') : [];
  const own = notice(), controls = call.a.map((field, at) => {
    const inner = optional(api.types, field.s, field.w, field.q);
    rows[at].append(h('div', { class: 'c' }, inner.el));
    return [field, inner];
  });
  list?.before(own);

  const state = { touched: false, all: false };
  const values = () => new Map(controls.map(([field, inner]) => [field.w, inner.get()]).filter(([, value]) => value !== undefined));
  const judge = found => {
    const level = state.all ? 2 : state.touched ? 1 : 0;
    say(own, level ? found.filter(one => one.path === '') : []);
    for (const [field, inner] of controls) inner.show(found, step(field.w, true), level);
    return found;
  };

  const code = h('code', {}), tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Language' });
  const buttons = LANGUAGES.map(name => h('button', { type: 'button', role: 'tab', onclick: () => {
    language = name;
    try { localStorage.setItem('bizkit-language', name); } catch {}
    refresh();
  } }, name));
  tabs.append(...buttons);
  tabs.addEventListener('keydown', event => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key], at = LANGUAGES.indexOf(language) + by;
    if (by && buttons[at]) { buttons[at].focus(); buttons[at].click(); }
  });
  let text = '';
  const refresh = () => {
    const given = state.touched ? values() : documented.values;
    const shown = new Map([...given].map(([name, value]) => {
      const field = call.a.find(field => field.w === name);
      return [name, field ? veiled(field.s, value, documented.values.get(name)) : value];
    }));
    const missing = call.a.filter(field => field.q && !given.has(field.w)).map(field => field.w);
    text = missing.length && language === 'Rust' ? `// Still needed: ${missing.join(', ')}` : sampleOf(id, call, shown)[language]();
    code.replaceChildren(...paint(text, language));
    buttons.forEach((button, at) => {
      button.setAttribute('aria-selected', LANGUAGES[at] === language);
      button.tabIndex = LANGUAGES[at] === language ? 0 : -1;
    });
  };
  const copy = h('button', { type: 'button', class: 'mini', onclick: () => copied(copy, text) }, 'copy');
  const sample = h('div', { class: 'code' }, h('div', { class: 'bar' }, tabs, copy), h('pre', { tabindex: '0', 'aria-label': 'The call as code' }, code));

  let waiting = false;
  const update = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const given = values();
      judge(check(api.types, call, given));
      refresh();
      if (server && state.touched) ask('check', { call: id, values: given }).then(found => { if (found) judge(found); });
    });
  };
  // Fields that sit outside of a form element still belong to one call.
  list?.addEventListener('input', () => { state.touched = true; update(); });
  const fill = given => {
    state.touched = given !== undefined;
    state.all = false;
    for (const [field, inner] of controls) inner.set(given?.get(field.w));
    if (given === undefined) for (const [, inner] of controls) inner.clean();
    update();
  };
  const fills = examples.filter(example => !example.fails || server).map(example => h('button', { type: 'button', class: 'mini', onclick: () => fill(example.values) }, examples.length > 1 ? example.name : 'Fill in the example'));
  const tools = h('div', { class: 'tools' }, ...(controls.length ? [h('span', { class: 'n' }, examples.length > 1 ? 'Fill in' : ''), ...fills, h('button', { type: 'button', class: 'mini', onclick: () => fill(undefined) }, 'Empty')] : []));
  const sender = server && sending(section, call, { values, judge, fill, state, documented });
  aside.querySelector('.s')?.remove();
  aside.prepend(tools, sample, ...(sender ? [sender] : []));
  for (const pre of aside.querySelectorAll('figure pre.q,figure pre.j')) {
    const value = parse(pre.textContent);
    pre.setAttribute('tabindex', '0');
    pre.replaceChildren(...paint(write(value, 2), 'JSON'));
  }
  for (const figure of aside.querySelectorAll('figure')) {
    const response = figure.querySelector('.w');
    if (response) figure.querySelector('figcaption').append(h('button', { type: 'button', class: 'mini', onclick: event => copied(event.currentTarget, response.textContent) }, 'copy'));
  }
  refresh();
};
