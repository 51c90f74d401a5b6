// The rules of arguments, in the words of the client: a value and its type go in, every rule that it breaks comes out. What a
// browser cannot judge is let through, so this is never stricter than the client.

// A number as `0.digits` times ten to the power of `point`.
const parts = text => {
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  const all = whole + fraction, digits = all.replace(/^0+/, '');
  const point = BigInt(exponent) + BigInt(whole.length) - BigInt(all.length - digits.length);
  return { sign: digits.replace(/0+$/, '') === '' ? 0 : sign ? -1 : 1, digits: digits.replace(/0+$/, ''), point };
};

const compare = (a, b) => {
  const [x, y] = [parts(a), parts(b)];
  if (x.sign !== y.sign) return x.sign < y.sign ? -1 : 1;
  if (!x.sign) return 0;
  const size = x.point !== y.point ? (x.point < y.point ? -1 : 1) : x.digits < y.digits ? -1 : x.digits > y.digits ? 1 : 0;
  return x.sign * size;
};

const isNumber = text => /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);

const scale = text => {
  const { digits, point } = parts(text);
  return digits && BigInt(digits.length) > point ? BigInt(digits.length) - point : 0n;
};

const isDate = text => {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
};

const isIpv4 = text => /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text) && text.split('.').every(part => part < 256);

const isIpv6 = text => {
  const groups = part => {
    if (part === '') return 0;
    const all = part.split(':');
    const last = all[all.length - 1];
    const mapped = last.includes('.');
    if (mapped && !isIpv4(last)) return NaN;
    return all.slice(0, mapped ? -1 : undefined).every(group => /^[0-9a-fA-F]{1,4}$/.test(group)) ? all.length + (mapped ? 1 : 0) : NaN;
  };
  const halves = text.split('::');
  if (halves.length === 1) return groups(text) === 8;
  return halves.length === 2 && !halves[0].includes('.') && groups(halves[0]) + groups(halves[1]) <= 7;
};

const isDuration = text => {
  let units = 'dhms';
  return text.split(' ').every(part => {
    const found = /^\d+([dhms])$/.exec(part), place = found ? units.indexOf(found[1]) : -1;
    if (place >= 0) units = units.slice(place + 1);
    return place >= 0;
  });
};

const isUri = text => {
  const found = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/.exec(text);
  if (!found || /[\0- \x7f]/.test(text)) return false;
  const host = found[1].slice(found[1].lastIndexOf('@') + 1);
  return host !== '' && !host.startsWith(':');
};

const isEmail = text => text.length <= 254 && /^(?=.{1,64}@)[a-zA-Z0-9!#$%&'*+\-/=?^_`{|}~]+(\.[a-zA-Z0-9!#$%&'*+\-/=?^_`{|}~]+)*@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/.test(text);
const isPhone = text => /^\+\d{1,3} \d{4,14}$/.test(text);

// Whether a text has a form. What people call the forms is among the data.
const FORMATS = {
  date: isDate,
  'date-time': text => {
    const found = /^(.*?)[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/s.exec(text);
    return !!found && isDate(found[1]);
  },
  duration: isDuration, uri: isUri, email: isEmail, phone: isPhone, ip: text => isIpv4(text) || isIpv6(text), ipv4: isIpv4, ipv6: isIpv6,
  uuid: text => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  locale: text => /^[a-z]{2}$/.test(text), currency: text => /^[A-Z]{3}$/.test(text),
};

const phone = text => {
  if (isPhone(text)) return text;
  const separator = c => ' \t\u00a0.-/()'.includes(c);
  let rest = [...text];
  while (rest.length && separator(rest[0])) rest.shift();
  const next = rest.findIndex((c, at) => at > 0 && !separator(c));
  const second = next < 0 ? 0 : next;
  const signs = rest[0] === '+' ? 1 : rest[0] === '0' && rest[second] === '0' && second > 0 ? second + 1 : 0;
  if (!signs) return rest.filter(c => !separator(c)).join('');
  rest = rest.slice(signs);
  while (rest.length && separator(rest[0])) rest.shift();
  const prefix = /^[0-9]*/.exec(rest.join(''))[0], behind = rest.slice(prefix.length);
  const space = prefix.length >= 1 && prefix.length <= 3 && behind.length > 0 && separator(behind[0]);
  return '+' + prefix + (space ? ' ' : '') + behind.filter(c => !separator(c)).join('');
};

const normalized = (text, steps = []) => steps.reduce((text, step) => {
  if (step === 'trim') return text.replace(/^[ \t\n\r\f]+|[ \t\n\r\f]+$/g, '');
  if (step === 'lower') return text.replace(/[A-Z]/g, c => c.toLowerCase());
  if (step === 'upper') return text.replace(/[a-z]/g, c => c.toUpperCase());
  if (step === 'phone') return phone(text);
  const pair = step.find(([from]) => from === text);
  return pair ? pair[1] : text;
}, text);

const step = (name, first) => /^[A-Za-z0-9_$-]+$/.test(name) ? (first ? '' : '.') + name : `[${quote(name)}]`;

const shorten = text => {
  const all = [...text], line = all.slice(0, 40).map(c => /[\0-\x1f\x7f-\x9f]/.test(c) ? ' ' : c).join('');
  return all.length > 40 ? line + '...' : line;
};

const describe = value => value === null ? 'null' : typeof value === 'boolean' ? `\`${value}\`` : value instanceof Num ? `the number \`${shorten(value.text)}\``
  : typeof value === 'string' ? `the text \`${shorten(value)}\`` : Array.isArray(value) ? 'a list' : 'an object';

// Equal values have equal texts.
const same = value => value instanceof Num ? (({ sign, digits, point }) => sign ? `${sign}:${digits}:${point}` : '0')(parts(value.text))
  : Array.isArray(value) ? `[${value.map(same)}]`
  : value instanceof Map ? `{${[...value].map(([name, inner]) => quote(name) + ':' + same(inner)).sort()}}`
  : typeof value === 'string' ? quote(value) : String(value);

const resolved = (types, schema) => {
  while (schema.t !== undefined) schema = types[schema.t.text ?? schema.t];
  return schema;
};

const tagText = value => value instanceof Num ? value.text : String(value);

// The branch of a union that a value is of.
const branchOf = (union, value) => {
  if (union.tag) {
    if (!(value instanceof Map)) return;
    const found = value.get(union.tag), scalar = found !== undefined && found !== null && !(found instanceof Map) && !Array.isArray(found);
    return union.v.find(branch => branch.absent ? found === undefined : branch.is !== undefined && scalar && tagText(branch.is) === tagText(found));
  }
  const member = value instanceof Map && union.v.find(branch => branch.has && (value.get(branch.has) ?? null) !== null);
  const kind = kindOf(value) === 'integer' ? 'number' : kindOf(value);
  return member || union.v.find(branch => branch.json === kind);
};

// What a text means where it stands for a value outside of JSON.
const readText = (types, schema, text) => {
  const def = resolved(types, schema);
  if (['integer', 'number', 'decimal'].includes(def.k) && isNumber(text)) return new Num(text);
  if (def.k === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (def.k === 'union' && !def.tag) {
    const read = def.v.filter(branch => branch.s).map(branch => [branch.s, readText(types, branch.s, text)]);
    const takes = read.some(([schema, value]) => typeof value === 'string' && ['string', 'enum'].includes(resolved(types, schema).k));
    const fits = ([schema, value]) => {
      const walk = new Walk(types);
      walk.value(schema, value);
      return !walk.found.length;
    };
    return (read.find(pair => typeof pair[1] !== 'string' && (!takes || fits(pair))) || [0, text])[1];
  }
  return text;
};

const words = { string: 'a text', number: 'a number', boolean: '`true` or `false`', array: 'a list', object: 'an object' };
const known = union => union.v.filter(branch => !branch.absent).map(branch =>
  branch.has ? `an object with \`${branch.has}\`` : branch.json ? words[branch.json] : `\`${tagText(branch.is)}\``).join(' or ');

const PATTERNS = new Map();
const pattern = source => {
  if (!PATTERNS.has(source)) {
    let found = null;
    try { found = new RegExp(source, 'u'); } catch {}
    PATTERNS.set(source, found);
  }
  return PATTERNS.get(source);
};

class Walk {
  constructor(types) { Object.assign(this, { types, path: '', hide: false, found: [], tags: [], branches: 0 }); }
  report(rule, message) { this.found.push({ path: this.path, rule, message }); }
  wrong(expected, value) { this.report('type', `expected ${expected}, found ${this.hide ? kindOf(value) : describe(value)}`); }
  excerpt(text) { return this.hide ? '' : `, found \`${shorten(text)}\``; }
  below(part, look) {
    const before = this.path;
    this.path += part;
    look();
    this.path = before;
  }
  member(name, look) { this.below(step(name, this.path === ''), look); }

  value(schema, value) {
    const def = resolved(this.types, schema), before = this.hide;
    this.hide ||= !!(schema.hide || def.hide);
    if (!(schema.null && value === null)) this[def.k]?.(def, value);
    this.hide = before;
  }

  string(rules, value) {
    if (typeof value !== 'string') return this.wrong('a text', value);
    const text = normalized(value, rules.norm), length = [...text].length, found = this.excerpt(text);
    const [min, max] = [rules.min && +rules.min, rules.max && +rules.max];
    const range = min !== undefined && max !== undefined ? (min === max ? `${min}` : `${min} to ${max}`) : min !== undefined ? `at least ${min}` : `at most ${max}`;
    const counted = `expected ${range} characters, found ${length}${found && ` (${found.slice(8)})`}`;
    if (length < min) this.report('minLength', counted);
    if (length > max) this.report('maxLength', counted);
    if (FORMATS[rules.fmt]?.(text) === false) this.report('format', `expected ${this.types.formats[rules.fmt]}${found}`);
    if (rules.re !== undefined && pattern(rules.re)?.test(text) === false) this.report('pattern', `expected a text that matches \`${rules.re}\`${found}`);
    if (rules.num && !isNumber(text)) this.wrong(`${rules.num.k === 'integer' ? 'a whole number' : 'a number'}, as text or as it is`, value);
    else if (rules.num) this[rules.num.k === 'integer' ? 'whole' : 'bounds'](rules.num, text, value);
  }

  enum(rules, value) {
    if (typeof value !== 'string') return this.wrong('a text', value);
    if (!rules.open && !rules.v.some(([wire]) => wire === value)) {
      this.report('enum', `expected one of ${rules.v.map(([wire]) => `\`${wire}\``).join(', ')}${this.excerpt(value)}`);
    }
  }

  // The text of a number, where there is one.
  digits(rules, value, expected) {
    const text = value instanceof Num ? value.text : typeof value === 'string' && rules.as && isNumber(value) ? value : null;
    if (text === null) this.wrong(expected, value);
    return text;
  }

  integer(rules, value) {
    const text = this.digits(rules, value, 'a whole number');
    if (text !== null) this.whole(rules, text, value);
  }

  whole(rules, text, value) {
    if (!/^-?\d+$/.test(text) || BigInt(text) !== BigInt.asIntN(64, BigInt(text))) return this.wrong('a whole number', value);
    const found = this.excerpt(text), number = BigInt(text), given = rule => rules[rule] && BigInt(rules[rule].text);
    if (rules.min && number < given('min')) this.report('minimum', `expected at least ${rules.min}${found}`);
    if (rules.max && number > given('max')) this.report('maximum', `expected at most ${rules.max}${found}`);
    if (rules.step && number % given('step')) this.report('multipleOf', `expected a multiple of ${rules.step}${found}`);
    if (rules.of && !rules.of.some(one => BigInt(one.text) === number)) this.report('enum', `expected one of ${rules.of.join(', ')}${found}`);
  }

  number(rules, value, expected = 'a number') {
    const text = this.digits(rules, value, expected);
    if (text !== null) this.bounds(rules, text);
  }

  bounds(rules, text) {
    const found = this.excerpt(text);
    for (const [end, sign, words, rule] of [['min', 1, ['at least', 'more than'], ['minimum', 'exclusiveMinimum']], ['max', -1, ['at most', 'less than'], ['maximum', 'exclusiveMaximum']]]) {
      const out = rules[end + 'x'] ? 1 : 0;
      if (rules[end] && sign * compare(text, rules[end].text) < out) this.report(rule[out], `expected ${words[out]} ${rules[end]}${found}`);
    }
    if (rules.scale && scale(text) > BigInt(rules.scale.text)) this.report('multipleOf', `expected at most ${rules.scale} digits behind the point${found}`);
  }
  decimal(rules, value) { this.number(rules, value, 'a decimal number'); }

  boolean(rules, value) {
    if (typeof value !== 'boolean' && !(rules.as && (value === 'true' || value === 'false'))) this.wrong('`true` or `false`', value);
  }
  binary(rules, value) { if (typeof value !== 'string') this.wrong('bytes in base64', value); }

  size(rules, names, count, what) {
    if (rules.min && count < +rules.min) this.report(names[0], `expected at least ${rules.min} ${what}, found ${count}`);
    if (rules.max && count > +rules.max) this.report(names[1], `expected at most ${rules.max} ${what}, found ${count}`);
  }

  array(rules, value) {
    let items = value;
    if (rules.by && typeof value === 'string') items = value === '' ? [] : value.split(rules.by).map(part => readText(this.types, rules.e, part));
    else if (rules.by) {
      this.wrong(`a text with its parts joined by \`${rules.by}\``, value);
      return Array.isArray(value) && this.joinable(rules, value);
    } else if (!Array.isArray(value)) return this.wrong('a list', value);
    this.size(rules, ['minItems', 'maxItems'], items.length, 'elements');
    const item = resolved(this.types, rules.e);
    const sent = items.map(value => same(item.k === 'string' && typeof value === 'string' ? normalized(value, item.norm) : value));
    if (rules.uniq && new Set(sent).size < sent.length) this.report('uniqueItems', 'expected different elements, found two that are equal');
    items.forEach((item, at) => this.below(`[${at}]`, () => this.value(rules.e, item)));
    if (rules.by) this.joinable(rules, items);
  }

  joinable(rules, items) {
    const def = resolved(this.types, rules.e);
    items.forEach((item, at) => {
      if (typeof item !== 'string') return;
      const text = def.k === 'string' ? normalized(item, def.norm) : item;
      const message = text.includes(rules.by) ? `expected no \`${rules.by}\`, which separates the elements`
        : text === '' && items.length === 1 ? 'expected a text, since one empty element is sent as none' : null;
      if (message) this.below(`[${at}]`, () => this.report('delimiter', message));
    });
  }

  map(rules, value) {
    if (!(value instanceof Map)) return this.wrong('an object', value);
    this.size(rules, ['minProperties', 'maxProperties'], value.size, 'entries');
    for (const [name, inner] of value) this.member(name, () => this.value(rules.e, inner));
  }

  object(rules, value) {
    const tags = this.tags;
    this.tags = [];
    this.members(rules.f, rules.g, value);
    if (!rules.rest || !(value instanceof Map)) return;
    const rest = resolved(this.types, rules.rest).e;
    for (const [name, inner] of value) {
      if (!tags.includes(name) && !rules.f.some(field => field.w === name)) this.member(name, () => this.value(rest, inner));
    }
  }

  members(fields, groups = [], value) {
    if (!(value instanceof Map)) return this.wrong('an object', value);
    for (const field of fields) {
      if (value.has(field.w)) this.member(field.w, () => this.value(field.s, value.get(field.w)));
      else if (field.q) this.member(field.w, () => this.report('required', 'expected a value, found nothing'));
    }
    for (const [rule, ...members] of groups) {
      const names = members.map(at => fields[+at].w), there = names.filter(name => value.has(name)).length;
      const all = list => list.map(name => `\`${name}\``).join(', ');
      if (rule === 'exactlyOneOf' && there !== 1) this.report(rule, `expected exactly one of ${all(names)}, found ${there}`);
      if (rule === 'atLeastOneOf' && !there) this.report(rule, `expected at least one of ${all(names)}, found none`);
      if (rule === 'allOrNoneOf' && there && there < names.length) this.report(rule, `expected all of ${all(names)} or none, found ${there}`);
      if (rule === 'dependentRequired' && there < names.length && value.has(names[0])) this.report(rule, `expected ${all(names.slice(1))} together with ${all(names.slice(0, 1))}`);
    }
  }

  union(rules, value) {
    // Deeper ones are the client's to judge.
    if (this.branches >= 127) return;
    this.branches++;
    const branch = branchOf(rules, value);
    if (rules.tag && !(value instanceof Map)) this.wrong('an object', value);
    else if (branch) {
      if (rules.tag) this.tags.push(rules.tag);
      if (branch.s) this.value(branch.s, value);
      if (rules.tag) this.tags = [];
    } else if (rules.tag) {
      const found = value.get(rules.tag);
      const open = rules.v.some(branch => branch.is !== undefined && typeof branch.is !== 'boolean');
      const scalar = found !== undefined && found !== null && !(found instanceof Map) && !Array.isArray(found);
      if (!open || !scalar) this.member(rules.tag, () => this.report('discriminator', `expected ${known(rules)}, found ${found === undefined ? 'nothing' : 'a ' + kindOf(found)}`));
    } else this.wrong(known(rules), value);
    this.branches--;
  }
}

// Every rule that the arguments of a call break.
const check = (types, call, values) => {
  const walk = new Walk(types);
  walk.members(call.a, call.g, values);
  for (const field of call.a) {
    const message = { path: 'expected text that can stand in a path, not empty, `.` or `..`', header: 'expected text that a header can carry, on one line and without blanks around it' }[field.in];
    const def = resolved(types, field.s);
    const texts = value => typeof value === 'string' ? [def.k === 'string' ? normalized(value, def.norm) : value] : Array.isArray(value) ? value.flatMap(texts) : [write(value)];
    const fits = field.in === 'path' ? text => !['', '.', '..'].includes(text) : text => !/[\0-\x08\x0a-\x1f\x7f]/.test(text) && text.replace(/^[ \t]+|[ \t]+$/g, '') === text;
    const path = step(field.w, true);
    if (message && values.has(field.w) && !texts(values.get(field.w)).every(fits) && !walk.found.some(other => other.path === path)) {
      walk.found.push({ path, rule: 'in', message });
    }
  }
  return walk.found;
};
