// A control for each type. A control gives its value, takes one, and shows the rules that are broken at its path.
const h = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
};

let serial = 0;
const changed = element => element.dispatchEvent(new Event('input', { bubbles: true }));

// Where messages stand.
const notice = () => h('p', { class: 'err', id: `err${++serial}` });
const say = (place, found) => {
  const text = found.map(one => one.message).join('. ');
  if (place.dataset.text !== text) place.replaceChildren(...coded(text));
  place.dataset.text = text;
  return text !== '';
};

// What stands between backticks, as code.
const coded = text => text.split('`').map((part, at) => at % 2 ? h('code', {}, part) : part);

// A control around one element of a form.
const leaf = (input, name, get, set, ...more) => {
  const error = notice();
  let touched = false;
  input.setAttribute('aria-label', name);
  input.setAttribute('aria-describedby', error.id);
  input.addEventListener('input', () => { touched = true; });
  return {
    el: h('div', { class: 'leaf' }, input, ...more, error), get, set: value => { touched = value !== undefined; set(value); },
    show: (found, path, all) => {
      const own = touched || all > 1 ? found.filter(one => one.path === path || one.path.startsWith(path + '.') || one.path.startsWith(path + '[')) : [];
      input.setAttribute('aria-invalid', say(error, own));
    },
    clean: () => { touched = false; },
  };
};

// A text as it was typed to the value that it stands for.
const typed = (def, text) => {
  if (['integer', 'number', 'decimal'].includes(def.k) && !def.as && isNumber(text)) return new Num(text);
  return text;
};

const hint = def => {
  const [min, max] = [def.min, def.max];
  if (def.k === 'string') return '';
  return min && max ? `${min} to ${max}` : min ? `from ${min}` : max ? `up to ${max}` : '';
};

const MULTILINE = def => def.fmt === 'html' || def.k === 'string' && !def.fmt && !def.re && !(def.max && +def.max <= 120);

const textControl = (types, schema, def, name) => {
  const secret = schema.hide || def.hide, numeric = def.k !== 'string';
  const long = !secret && MULTILINE(def) && def.fmt === 'html';
  const shown = schema.x ?? def.x;
  const input = h(long ? 'textarea' : 'input', {
    type: !long && (secret ? 'password' : 'text'), autocomplete: 'off', spellcheck: 'false', rows: long && 3,
    inputmode: numeric ? (def.k === 'integer' ? 'numeric' : 'decimal') : { email: 'email', uri: 'url', phone: 'tel' }[def.fmt] || false,
    placeholder: schema.d !== undefined ? `${bare(schema.d)} by default` : shown !== undefined && !secret ? bare(shown) : hint(def) || false,
  });
  let exact, tell;
  input.addEventListener('input', () => { exact = undefined; });
  const more = [];
  if (def.max && !numeric) {
    const count = h('output', { class: 'count', 'aria-hidden': 'true' });
    tell = () => { count.textContent = input.value ? `${[...input.value].length}/${def.max}` : ''; };
    input.addEventListener('input', tell);
    more.push(count);
  }
  if (secret) more.push(h('button', { type: 'button', class: 'mini', 'aria-label': `Show or hide ${name}`, onclick: () => { input.type = input.type === 'password' ? 'text' : 'password'; } }, 'show'));
  if (def.fmt === 'date' || def.fmt === 'date-time') {
    const picker = h('input', { type: def.fmt === 'date' ? 'date' : 'datetime-local', class: 'pick', tabindex: '-1', 'aria-hidden': 'true', step: def.fmt === 'date' ? false : 1 });
    picker.addEventListener('input', event => {
      event.stopPropagation();
      input.value = picker.value && (def.fmt === 'date' ? picker.value : `${picker.value}${picker.value.length < 17 ? ':00' : ''}.000Z`);
      changed(input);
    });
    more.push(picker, h('button', { type: 'button', class: 'mini', 'aria-label': `Pick ${name}`, onclick: () => picker.showPicker?.() }, 'pick'));
  }
  if (def.k === 'integer') {
    input.addEventListener('keydown', event => {
      const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!by || !/^-?\d{0,15}$/.test(input.value)) return;
      event.preventDefault();
      const step = def.step ? +def.step : 1, next = (+input.value || 0) + by * step;
      input.value = Math.min(Math.max(next, def.min ? +def.min : -Infinity), def.max ? +def.max : Infinity);
      changed(input);
    });
  }
  return leaf(input, name, () => exact !== undefined ? exact : input.value === '' ? undefined : typed(def, input.value), value => {
    exact = value;
    input.value = value === undefined ? '' : bare(value);
    tell?.();
  }, ...more);
};

const enumControl = (types, schema, def, name, required) => {
  const label = ([wire, meaning]) => meaning ? `${wire}: ${meaning.replace(/[`*_]/g, '')}` : wire;
  let input, extra = [];
  if (def.open) {
    const list = h('datalist', { id: `list${++serial}` }, ...def.v.map(one => h('option', { value: one[0] }, label(one))));
    input = h('input', { type: 'text', list: list.id, autocomplete: 'off', spellcheck: 'false', placeholder: def.v.map(([wire]) => wire).join(', ') || false });
    extra = [list];
  } else input = h('select', {}, h('option', { value: '' }, required ? 'choose' : schema.d !== undefined ? `${bare(schema.d)} by default` : 'not given'), ...def.v.map(one => h('option', { value: one[0] }, label(one))));
  return leaf(input, name, () => input.value === '' ? undefined : input.value, value => {
    if (!def.open && value !== undefined && !def.v.some(([wire]) => wire === value)) input.append(h('option', { value: bare(value) }, bare(value)));
    input.value = value === undefined ? '' : bare(value);
  }, ...extra);
};

const booleanControl = (types, schema, def, name) => {
  const box = h('input', { type: 'checkbox' }), state = h('span', { class: 'n' });
  let value;
  const paint = () => {
    box.indeterminate = value === undefined;
    box.checked = value === true || value === 'true';
    state.textContent = value === undefined ? (schema.d !== undefined ? `${bare(schema.d)} by default` : 'not given') : String(value);
    clear.hidden = value === undefined;
  };
  box.addEventListener('input', () => { value = def.as ? String(box.checked) : box.checked; paint(); });
  const clear = h('button', { type: 'button', class: 'mini', 'aria-label': `clear ${name}`, onclick: () => { value = undefined; paint(); changed(clear); } }, 'clear');
  const control = leaf(box, name, () => value, given => { value = given; paint(); }, state, clear);
  control.el.classList.add('bool');
  paint();
  return control;
};

const jsonControl = (types, schema, def, name) => {
  const input = h('textarea', { rows: 3, spellcheck: 'false', placeholder: '{"any": "JSON"}' });
  let broken = '';
  const control = leaf(input, name, () => {
    broken = '';
    if (input.value.trim() === '') return undefined;
    try { return parse(input.value); } catch (error) { broken = error.message; return undefined; }
  }, value => { input.value = value === undefined ? '' : write(value, 2); });
  const { show } = control;
  control.show = (found, path, all) => show(broken ? [{ path, message: `expected JSON: ${broken}` }] : found, path, all);
  control.broken = () => broken !== '';
  return control;
};

const fileControl = (types, schema, def, name) => {
  const input = h('input', { type: 'file' });
  let bytes;
  input.addEventListener('change', async () => {
    const data = new Uint8Array(await input.files[0]?.arrayBuffer() ?? 0);
    bytes = input.files[0] && btoa(Array.from(data, byte => String.fromCharCode(byte)).join(''));
    changed(input);
  });
  return leaf(input, name, () => bytes, value => { bytes = value; input.value = ''; });
};

// Parts of a value: each a control at a step of the path.
const composite = (kids, own) => ({
  // `all` is 0 for a form that nobody touched, 1 for one that somebody did, 2 for one that is to be sent.
  show: (found, path, all) => {
    say(own, all ? found.filter(one => one.path === path && (all > 1 || one.rule !== 'required')) : []);
    for (const [at, control] of kids()) control.show(found, path + at(path), all);
  },
  clean: () => { for (const [, control] of kids()) control.clean(); },
});

const row = (label, control, ...more) => h('div', { class: 'row' }, h('span', { class: 'label' }, label), control.el, ...more);

const objectControl = (types, schema, def, name) => {
  const own = notice(), body = h('div', { class: 'box' });
  const fields = def.f.map(field => [field, optional(types, field.s, field.w, field.q)]);
  for (const [field, control] of fields) body.append(row(field.q ? h('span', {}, field.w, h('em', {}, ' required')) : field.w, control));
  const rest = def.rest && mapControl(types, def.rest, resolved(types, def.rest), 'other members', def.f.map(field => field.w));
  if (rest) body.append(row('other members', rest));
  body.append(own);
  const kids = () => [...fields.map(([field, control]) => [path => step(field.w, path === ''), control]), ...(rest ? [[() => '', rest]] : [])];
  return {
    el: body, ...composite(kids, own),
    get: () => {
      const pairs = fields.map(([field, control]) => [field.w, control.get()]);
      const others = rest?.get();
      return new Map([...pairs.filter(([, value]) => value !== undefined), ...(others || [])]);
    },
    set: value => {
      const given = value instanceof Map ? value : new Map();
      for (const [field, control] of fields) control.set(given.get(field.w));
      rest?.set(new Map([...given].filter(([member]) => !def.f.some(field => field.w === member))));
    },
  };
};

const unionControl = (types, schema, def, name) => {
  const own = notice(), tabs = h('div', { class: 'tabs', role: 'radiogroup', 'aria-label': `Kind of ${name}` }), body = h('div');
  const group = `union${++serial}`;
  let at = 0, inner = null;
  const radios = def.v.map((branch, index) => {
    const radio = h('input', { type: 'radio', name: group, oninput: () => choose(index) });
    tabs.append(h('label', {}, radio, branch.n));
    return radio;
  });
  const choose = index => {
    at = index;
    radios.forEach((radio, other) => { radio.checked = other === index; });
    const { s } = def.v[index];
    inner = s ? control(types, s, name, true) : null;
    body.replaceChildren(...(inner ? [inner.el] : []));
  };
  choose(0);
  const kids = () => inner ? [[() => '', inner]] : [];
  return {
    el: h('div', { class: 'box' }, tabs, body, own), ...composite(kids, own),
    get: () => {
      const branch = def.v[at], value = inner ? inner.get() : new Map();
      if (!def.tag || branch.absent || !(value instanceof Map)) return value;
      return new Map([[def.tag, branch.is], ...value]);
    },
    set: value => {
      const found = value === undefined ? 0 : def.v.indexOf(branchOf(def, value));
      choose(Math.max(found, 0));
      inner?.set(def.tag && value instanceof Map ? new Map([...value].filter(([member]) => member !== def.tag || def.v[at].absent)) : value);
    },
  };
};

const listControl = (types, schema, def, name) => {
  const own = notice(), rows = h('div'), items = [];
  const add = value => {
    const item = control(types, def.e, `${name} ${items.length + 1}`, true);
    const line = h('div', { class: 'item' }, item.el, h('button', { type: 'button', class: 'mini', 'aria-label': `Remove ${name} ${items.length + 1}`, onclick: () => {
      items.splice(items.indexOf(entry), 1);
      line.remove();
      changed(rows);
    } }, '×'));
    const entry = [item, line];
    items.push(entry);
    if (value !== undefined) item.set(value);
    rows.append(line);
    return item;
  };
  const button = h('button', { type: 'button', class: 'add', onclick: () => { add(); changed(rows); rows.lastChild.querySelector('input,select,textarea')?.focus(); } }, `Add to ${name}`);
  const kids = () => items.map(([item], at) => [() => `[${at}]`, item]);
  return {
    el: h('div', { class: 'box' }, rows, button, own), ...composite(kids, own),
    get: () => {
      const values = items.map(([item]) => item.get() ?? (resolved(types, def.e).k === 'string' ? '' : null));
      return def.by ? values.map(bare).join(def.by) : values;
    },
    set: value => {
      items.splice(0);
      rows.replaceChildren();
      const list = typeof value === 'string' && def.by ? (value === '' ? [] : value.split(def.by).map(part => readText(types, def.e, part))) : value;
      for (const item of Array.isArray(list) ? list : []) add(item);
    },
  };
};

const mapControl = (types, schema, def, name) => {
  const own = notice(), rows = h('div'), items = [];
  const add = (key = '', value) => {
    const item = control(types, def.e, `value of ${name}`, true), label = h('input', { type: 'text', class: 'key', 'aria-label': `Name in ${name}`, placeholder: 'name', autocomplete: 'off' });
    label.value = key;
    const line = h('div', { class: 'item' }, label, item.el, h('button', { type: 'button', class: 'mini', 'aria-label': `Remove from ${name}`, onclick: () => {
      items.splice(items.indexOf(entry), 1);
      line.remove();
      changed(rows);
    } }, '×'));
    const entry = [label, item];
    items.push(entry);
    if (value !== undefined) item.set(value);
    rows.append(line);
  };
  const button = h('button', { type: 'button', class: 'add', onclick: () => { add(); changed(rows); rows.lastChild.querySelector('input').focus(); } }, `Add to ${name}`);
  const kids = () => items.map(([label, item]) => [path => step(label.value, path === ''), item]);
  return {
    el: h('div', { class: 'box' }, rows, button, own), ...composite(kids, own),
    get: () => new Map(items.map(([label, item]) => [label.value, item.get() ?? (resolved(types, def.e).k === 'string' ? '' : null)])),
    set: value => {
      items.splice(0);
      rows.replaceChildren();
      for (const [key, inner] of value instanceof Map ? value : []) add(key, inner);
    },
  };
};

const control = (types, schema, name, required) => {
  const def = resolved(types, schema);
  const make = { object: objectControl, union: unionControl, array: listControl, map: mapControl, enum: enumControl, boolean: booleanControl, json: jsonControl, binary: fileControl }[def.k] || textControl;
  const inner = make(types, schema, def, name, required);
  if (!schema.null) return inner;
  const box = h('input', { type: 'checkbox', 'aria-label': `${name} is null` });
  box.addEventListener('input', () => { inner.el.hidden = box.checked; });
  return {
    ...inner, el: h('div', { class: 'null' }, inner.el, h('label', {}, box, 'null')),
    get: () => box.checked ? null : inner.get(),
    set: value => {
      box.checked = value === null;
      inner.el.hidden = box.checked;
      inner.set(value === null ? undefined : value);
    },
  };
};

// A value of several parts that may be left out comes into being when it is asked for.
const optional = (types, schema, name, required) => {
  const { k } = resolved(types, schema);
  if (required || !['object', 'union', 'array', 'map'].includes(k)) return control(types, schema, name, required);
  let inner = null;
  const el = h('div'), error = notice();
  const open = () => {
    inner = control(types, schema, name, true);
    el.replaceChildren(inner.el, h('button', { type: 'button', class: 'mini away', 'aria-label': `take away ${name}`, onclick: () => { close(); changed(el); } }, 'take away'));
  };
  const close = () => {
    inner = null;
    el.replaceChildren(h('button', { type: 'button', class: 'add', 'aria-label': `Give ${name}`, onclick: () => { open(); changed(el); el.querySelector('input,select,textarea,button')?.focus(); } }, 'Give'), error);
  };
  close();
  return {
    el, get: () => inner?.get(), clean: () => inner?.clean(),
    set: value => {
      if (value === undefined) return close();
      open();
      inner.set(value);
    },
    show: (found, path, all) => inner ? inner.show(found, path, all) : say(error, found.filter(one => one.path === path && all > 1)),
  };
};
