// Arguments to the request that carries them: as a client sends it, with the key by the name of its variable.
class Key {
  constructor(name, before = '') { Object.assign(this, { name, before }); }
}

const bare = value => typeof value === 'string' ? value : write(value);

// A value outside of JSON: a list without a delimiter is several.
const texts = (types, schema, value) => {
  if (!Array.isArray(value)) return [bare(value)];
  const by = resolved(types, schema).by;
  return by ? [value.map(bare).join(by)] : value.map(bare);
};

const percent = text => encodeURIComponent(text).replace(/[!'()*]/g, c => '%' + c.charCodeAt(0).toString(16).toUpperCase());

const wire = (api, call, values) => {
  const out = { method: call.m, url: call.h || api.host, path: '', query: [], headers: [], body: null };
  for (const piece of call.p) {
    const field = piece instanceof Num && call.a[piece];
    out.path += field ? percent(values.has(field.w) ? texts(api.types, field.s, values.get(field.w)).join('') : '') : piece;
  }
  out.url += out.path;
  const members = [];
  let whole;
  for (const field of call.a) {
    if (!values.has(field.w)) continue;
    const value = values.get(field.w), sent = () => texts(api.types, field.s, value).map(text => [field.w, text]);
    if (field.in === 'query') out.query.push(...sent());
    if (field.in === 'header') out.headers.push(...sent());
    if (field.in === 'body') members.push([field.w, value]);
    if (field.in === 'whole') whole = value;
  }
  if (call.k) {
    const [name, place] = call.k;
    if (place === 'query') out.query.push([name, new Key(api.env)]);
    if (place === 'header') out.headers.push([name, new Key(api.env)]);
    if (place === 'bearer') out.headers.push(['Authorization', new Key(api.env, 'Bearer ')]);
    if (place === 'body') members.push([name, new Key(api.env)]);
  }
  if (call.b) {
    const [kind, type] = call.b;
    if (kind === 'object') out.body = { type, members };
    else if (whole !== undefined) out.body = kind === 'json' ? { type, json: whole } : kind === 'text' ? { type, text: bare(whole) } : { type, bytes: whole };
  }
  return out;
};
