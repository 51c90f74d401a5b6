// Arguments to the typed call in Rust, as the crate's own documentation shows it; `null` where a value has no short form.
const debug = text => `"${[...text].map(c => ({ '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' })[c]
  ?? (/[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Mn}\p{Me}]|(?! )\p{Zs}/u.test(c) ? `\\u{${c.codePointAt(0).toString(16)}}` : c)).join('')}"`;

// Texts hold no line's end as it is, so each one is the code's own.
const inset = code => code.replaceAll('\n', '\n    ');
const listed = items => items.some(item => item.includes('\n')) ? `[\n${items.map(item => `    ${inset(item)},\n`).join('')}]` : `[${items.join(', ')}]`;

class Rust {
  // `path` writes the path of a generated item.
  constructor(api, path = path => `${api.root}::${path}`) { Object.assign(this, { types: api.types, path }); }

  isNull(schema) { return !!schema.null || schema.t !== undefined && this.isNull(this.types[schema.t]); }

  // All of a list, or nothing where one is missing.
  all(list) { return list.includes(null) ? null : list; }

  argument(field, value) {
    const { s: schema } = field, code = this.value(schema, value);
    if (code === null) return null;
    if (field.q && schema.null && schema.k === 'string') return `Some(${code}.to_owned())`;
    if (field.q && schema.null && ['integer', 'number', 'boolean'].includes(schema.k)) return `Some(${code})`;
    if (!field.q || !this.isNull(schema)) return code;
    return resolved(this.types, schema).k === 'string' ? code : null;
  }

  value(schema, value) {
    if (schema.t !== undefined) {
      const def = this.types[schema.t];
      return def.k === 'object' ? this.record(def, value) : def.k === 'union' ? this.union(def, value) : this.value(def, value);
    }
    const text = value instanceof Num ? value.text : typeof value === 'string' ? value : null;
    switch (schema.k) {
      case 'string': case 'enum': return typeof value === 'string' ? debug(value) : null;
      case 'json': return typeof value === 'string' ? debug(value) : this.free(value);
      case 'decimal': return text === null ? null : debug(text);
      case 'integer': return this.whole(text);
      case 'number': return text !== null && isNumber(text) && isFinite(+text) ? float(+text) : null;
      case 'boolean': return typeof value === 'boolean' || value === 'true' || value === 'false' ? String(value) : null;
      case 'array': {
        const list = typeof value === 'string' && schema.by ? value.split(schema.by) : value;
        if (!Array.isArray(list) || !list.length) return null;
        const items = this.all(list.map(item => this.value(schema.e, item)));
        return items && listed(items);
      }
      case 'map': {
        if (!(value instanceof Map) || !value.size) return null;
        const entries = this.all([...value].map(([name, inner]) => {
          const code = this.value(schema.e, inner);
          return code === null ? null : `(${debug(name)}, ${code})`;
        }));
        return entries && `[${entries.join(', ')}]`;
      }
    }
    return null;
  }

  whole(text) {
    return text !== null && /^[+-]?\d+$/.test(text) && BigInt(text) === BigInt.asIntN(64, BigInt(text)) ? String(BigInt(text)) : null;
  }

  free(value) {
    const json = 'bizkit_client::Json';
    if (value === null) return `${json}::Null`;
    if (value instanceof Num) {
      const whole = this.whole(value.text);
      return whole === null ? null : `${json}::from(${whole}_i64)`;
    }
    if (Array.isArray(value)) {
      const items = this.all(value.map(item => this.free(item)));
      return items && (items.length ? `${json}::from(vec![${items.join(', ')}])` : `${json}::Array(Vec::new())`);
    }
    if (value instanceof Map) {
      const members = this.all([...value].map(([name, inner]) => {
        const code = this.free(inner);
        return code === null ? null : `(${debug(name)}, ${code})`;
      }));
      return members && (members.length ? `${json}::from([${members.join(', ')}])` : `${json}::Object(Default::default())`);
    }
    return `${json}::from(${typeof value === 'string' ? debug(value) : value})`;
  }

  record(def, value) {
    if (!(value instanceof Map)) return null;
    const required = [], optional = [];
    for (const field of def.f) {
      const inner = value.get(field.w);
      if (inner === undefined) {
        if (field.q) return null;
      } else if (inner === null) {
        if (field.q) required.push('None');
      } else if (field.q) required.push(this.argument(field, inner));
      else {
        const code = this.value(field.s, inner);
        optional.push(code === null ? null : `.with_${field.r || field.w}(${code})`);
      }
    }
    return this.all([...required, ...optional]) && `${this.path(def.r)}::new(${required.join(', ')})${optional.map(one => this.wide && optional.length > 2 ? '\n    ' + inset(one) : one).join('')}`;
  }

  union(def, value) {
    const branch = branchOf(def, value);
    if (!branch) return null;
    const name = `${this.path(def.r)}::${branch.n}`;
    if (!branch.s) return name;
    if (value instanceof Map || Array.isArray(value)) {
      const code = this.payload(branch.s, value);
      return code === null ? null : `${name}(${code})`;
    }
    return branch.s.t !== undefined ? null : this.value(branch.s, value);
  }

  payload(schema, value) {
    if (schema.k !== 'array' || !Array.isArray(value)) return this.value(schema, value);
    const { e } = schema;
    const items = this.all(value.map(item => {
      if (e.null) return null;
      if (e.k === 'string') return typeof item === 'string' ? `${debug(item)}.to_owned()` : null;
      if (e.t !== undefined ? this.types[e.t].k === 'object' : e.k === 'integer' || e.k === 'boolean') return this.value(e, item);
      return null;
    }));
    return items && `vec![${items.join(', ')}]`;
  }

  // The lines that make the request. With `lenient`, what has no short form and may be left out is a comment.
  request(call, values, lenient) {
    const required = [], optional = [];
    for (const field of call.a) {
      const value = values.get(field.w);
      if (value === undefined) {
        if (field.q) return null;
      } else if (value === null) {
        if (field.q) required.push('None');
        else optional.push(field.clear ? `    .${field.clear}()` : null);
      } else {
        const code = this.argument(field, value);
        if (code === null && lenient && !field.q) optional.push(`    // .${field.r || field.w}(..): a value without a short form, see the type`);
        else if (field.q || code === null) required.push(code);
        else optional.push(`    .${field.r || field.w}(${inset(code)})`);
      }
    }
    const head = `${this.path(call.r)}::new`;
    this.last = { head, required };
    return this.all([...required, ...optional]) && [`${head}(${required.join(', ')})`, ...optional];
  }
}

// A number as Rust prints it.
const float = number => {
  const size = Math.abs(number);
  if (size !== 0 && (size < 1e-5 || size >= 1e16)) return number.toExponential().replace('e+', 'e').replace(/^(-?\d)e/, '$1e');
  return Number.isInteger(number) ? BigInt(number) + '.0' : String(number);
};

const rust = (api, call, values) => {
  const lines = new Rust(api).request(call, values);
  return lines && `let response = ${lines.join('\n')}\n    .send(client)\n    .await?;`;
};

// The same as a whole program, with its imports; long calls have an argument on each line.
const program = (api, call, values) => {
  const used = new Set(['Client']);
  const writer = new Rust(api, path => {
    used.add(path.split('::')[0]);
    return path;
  });
  writer.wide = true;
  const lines = writer.request(call, values, true)?.flatMap((line, at) => at ? line.split('\n') : [line]);
  if (!lines) return null;
  const { head, required } = writer.last;
  const first = lines[0].length > 60 && required.length ? [`${head}(`, ...required.flatMap(one => `    ${inset(one)},`.split('\n')), ')'] : [lines[0]];
  const chain = [...lines.slice(1), '    .send(&client)', '    .await?;'].map(line => first.length > 1 ? line.replace(/^ {4}/, '') : line);
  return [
    `use ${api.root}::{${[...used].sort().join(', ')}};`, '', '#[tokio::main]', `async fn main() -> Result<(), ${api.root}::Error> {`,
    '    let client = Client::from_env()?;', `    let response = ${first[0]}`, ...[...first.slice(1), ...chain].map(line => '    ' + line),
    '    println!("{response:#?}");', '    Ok(())', '}',
  ].join('\n');
};
