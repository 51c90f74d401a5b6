// Calls of a page that has a server: the sandbox behind it, or with `--live` a relay that knows the key.
const ask = async (what, body) => {
  try {
    const response = await fetch(`/__bizkit/${what}`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-bizkit-token': server.token },
      body: write(new Map(Object.entries(body))),
    });
    const text = await response.text();
    if (response.status === 403) location.reload();
    return response.ok ? JSON.parse(text) : null;
  } catch { return null; }
};

const FAULTS = [['', 'no trouble'], ['429', '429: too many requests'], ['503', '503: a page of a proxy'], ['slow', 'slow: two seconds'], ['broken', 'broken: half of a body']];
const past = [];

const sending = (section, call, form) => {
  const out = h('div', { class: 'response', 'aria-live': 'polite' }), trouble = h('select', { 'aria-label': 'Trouble' }, ...FAULTS.map(([value, label]) => h('option', { value }, label)));
  const button = h('button', { type: 'button', class: 'send' }, 'Send'), history = h('div', { class: 'past' });
  const note = h('span', { class: 'n' }, server.live ? `to ${call.h || api.host}` : 'to the sandbox');
  const send = async () => {
    form.state.all = form.state.touched = true;
    const values = form.values();
    const found = form.judge(await ask('check', { call: section.id, values }) || check(api.types, call, values));
    if (found.length) {
      out.replaceChildren(h('p', { class: 'err' }, `Not sent: ${found.length} ${found.length === 1 ? 'rule is' : 'rules are'} broken.`), h('ul', {}, ...found.map(one => h('li', {}, h('code', {}, one.path || 'call'), ' ', ...coded(one.message)))),
        // The relay to the real server takes right calls alone.
        ...(server.live ? [] : [h('button', { type: 'button', class: 'mini', onclick: () => perform(values) }, 'send all the same')]));
      section.querySelector('[aria-invalid=true]')?.focus();
      return;
    }
    if (server.live && call.never && !confirm('This call is never repeated blindly: it may move money or things. Send it to the real server?')) return;
    await perform(values);
  };
  const perform = async values => {
    button.disabled = true;
    button.textContent = 'Sending';
    const entry = await exchange(section.id, call, values, trouble.value);
    button.disabled = false;
    button.textContent = 'Send';
    past.unshift(entry);
    await shown(out, section.id, entry);
    remember();
  };
  const remember = () => {
    const own = past.filter(entry => entry.id === section.id);
    history.replaceChildren(...(own.length ? [h('details', {}, h('summary', {}, `${own.length} ${own.length === 1 ? 'call' : 'calls'} in this session`),
      h('ul', {}, ...own.map(entry => h('li', {}, h('b', { class: entry.status < 400 && entry.status ? 'ok' : 'bad' }, String(entry.status || 'failed')), ` ${entry.time} ms `, h('button', { type: 'button', class: 'mini', onclick: () => form.fill(entry.values) }, 'fill in again')))),
      h('button', { type: 'button', class: 'mini', onclick: () => saved('calls.har', har(), 'application/json') }, 'save all as HAR'))] : []));
  };
  button.addEventListener('click', send);
  section.addEventListener('keydown', event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); } });
  return h('div', { class: 'go' }, h('div', { class: 'bar' }, button, note, ...(server.live ? [] : [trouble])), out, history);
};

// One call and what became of it.
const exchange = async (id, call, values, trouble) => {
  const started = performance.now();
  const entry = { id, values, request: wire(api, call, values), started: new Date(), status: 0, headers: [], body: new Uint8Array() };
  try {
    const response = server.live ? await fetch('/__bizkit/send', {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-bizkit-token': server.token }, body: write(new Map([['call', id], ['values', values], ['sure', true]])),
    }) : await direct(entry.request, trouble);
    if (response.headers.has('x-bizkit-failed')) throw new Error(response.headers.get('x-bizkit-failed'));
    entry.status = response.status;
    entry.reason = response.statusText;
    entry.headers = [...response.headers];
    entry.body = new Uint8Array(await response.arrayBuffer());
  } catch (error) { entry.error = error.name === 'TypeError' ? 'The connection broke before the answer was complete.' : String(error.message); }
  entry.time = Math.round(performance.now() - started);
  return entry;
};

// The sandbox takes every key of the right form; this is the one of the documentation.
const direct = (request, trouble) => {
  const value = text => text instanceof Key ? text.before + server.key : text;
  const query = request.query.map(([name, text]) => `${percent(name)}=${percent(value(text))}`).join('&');
  const headers = new Headers({ 'x-bizkit-token': server.token, ...(trouble && { 'x-bizkit-trouble': trouble }) });
  for (const [name, text] of request.headers) headers.append(name, value(text));
  const { body } = request;
  if (body) headers.set('content-type', body.type);
  const bytes = body && (body.members ? write(new Map(body.members.map(([name, inner]) => [name, inner instanceof Key ? server.key : inner])))
    : body.bytes !== undefined ? Uint8Array.from(atob(body.bytes), c => c.charCodeAt(0)) : body.json !== undefined ? write(body.json) : body.text);
  if (request.url !== api.host + request.path) headers.set('x-forwarded-host', new URL(request.url).host);
  return fetch(request.path + (query && '?' + query), { method: request.method, headers, body: bytes, redirect: 'manual', cache: 'no-store', credentials: 'omit' });
};

const saved = (name, content, type) => {
  const link = h('a', { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

const shown = async (out, id, entry) => {
  if (entry.error) return out.replaceChildren(h('p', { class: 'err' }, entry.error), h('p', { class: 'n' }, `after ${entry.time} ms`));
  const header = name => entry.headers.find(([other]) => other === name)?.[1];
  const type = header('content-type') || '', quota = header('x-ratelimit-remaining');
  const facts = [[`${entry.time} ms`], [`${entry.body.length.toLocaleString('en')} bytes`], ...(quota ? [`${quota} of ${header('x-ratelimit-limit')} calls left`] : []), ...(header('retry-after') ? [`again after ${header('retry-after')} s`] : [])];
  const parts = [h('div', { class: 'status' }, h('b', { class: entry.status < 400 ? 'ok' : 'bad' }, `${entry.status} ${entry.reason || ''}`.trim()), ...facts.map(fact => h('span', { class: 'n' }, fact)))];
  const text = new TextDecoder().decode(entry.body);
  let value;
  if (/json/.test(type) || /^\s*[[{]/.test(text)) try { value = parse(text); } catch {}
  if (value !== undefined) {
    const told = await ask('response', { call: id, status: new Num(String(entry.status)), body: value });
    const strange = new Map((told?.unknown || []).map(pointer => [pointer, 'no spec knows this']));
    entry.secret = told?.secret || [];
    if (told?.type) parts[0].append(h('code', {}, told.type));
    for (const code of told?.codes || []) parts.push(h('p', { class: 'why' }, 'What ', h('a', { href: `#errors/${code}` }, code), ' means and what to do'));
    const body = h('div', { class: 'tree', tabindex: '0', role: 'region', 'aria-label': 'The body of the response' }, tree(value, pointer => strange.get(pointer)));
    const filter = h('input', { type: 'search', placeholder: 'Find in the response', 'aria-label': 'Find in the response', oninput: () => {
      const wanted = filter.value.toLowerCase();
      for (const line of body.querySelectorAll('.line,summary')) line.classList.toggle('hit', wanted !== '' && line.textContent.toLowerCase().includes(wanted));
      body.querySelector('.hit')?.scrollIntoView({ block: 'nearest' });
    } });
    const fold = h('button', { type: 'button', class: 'mini', onclick: () => {
      const inner = [...body.querySelectorAll('details details')], open = inner.every(one => !one.open);
      inner.forEach(one => { one.open = open; });
    } }, 'fold');
    const copy = h('button', { type: 'button', class: 'mini', onclick: () => copied(copy, write(value, 2)) }, 'copy');
    parts.push(h('div', { class: 'bar' }, filter, fold, copy), body);
  } else if (/^image\//.test(type) && entry.body.length) {
    const url = URL.createObjectURL(new Blob([entry.body], { type }));
    parts.push(h('img', { src: url, alt: 'The image of the response' }));
  } else if (entry.body.length && /^(text\/|application\/(xml|rss))/.test(type) || text && /^[\t\n\r -~]*$/.test(text)) parts.push(h('pre', { tabindex: '0' }, text.slice(0, 20000)));
  if (entry.body.length) parts.push(h('button', { type: 'button', class: 'mini', onclick: () => saved(id.replaceAll('/', '-'), entry.body, type) }, 'download the body'));
  parts.push(h('details', {}, h('summary', {}, `${entry.headers.length} headers`), h('dl', { class: 'f' }, ...entry.headers.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]))));
  out.replaceChildren(...parts);
};

// The body of a response, with the members that its spec calls secret by three stars.
const withoutSecrets = entry => {
  const text = new TextDecoder().decode(entry.body);
  if (!entry.secret?.length) return text;
  const hide = (value, at) => entry.secret.includes(at) ? '***'
    : value instanceof Map ? new Map([...value].map(([name, inner]) => [name, hide(inner, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)]))
    : Array.isArray(value) ? value.map((inner, index) => hide(inner, `${at}/${index}`)) : value;
  return write(hide(parse(text), ''));
};

// The calls of this session as HAR 1.2. The key is a word in it, never a value.
const har = () => {
  const pairs = list => list.map(([name, value]) => ({ name, value: value instanceof Key ? value.before + '***' : value }));
  const entries = past.map(entry => {
    const { request } = entry, call = api.calls.get(entry.id);
    const masked = wire(api, call, new Map([...entry.values].map(([name, value]) => [name, veiled(call.a.find(field => field.w === name).s, value)])));
    const query = masked.query.map(([name, value]) => `${percent(name)}=${value instanceof Key ? '***' : percent(value)}`).join('&');
    const body = masked.body && (masked.body.members ? write(new Map(masked.body.members.map(([name, value]) => [name, value instanceof Key ? '***' : value]))) : masked.body.json !== undefined ? write(masked.body.json) : masked.body.text ?? '');
    const content = withoutSecrets(entry), type = entry.headers.find(([name]) => name === 'content-type')?.[1] || '';
    return {
      startedDateTime: entry.started.toISOString(), time: entry.time, cache: {}, timings: { send: 0, wait: entry.time, receive: 0 }, _bizkit: { call: entry.id },
      request: { method: request.method, url: masked.url + (query && '?' + query), httpVersion: 'HTTP/1.1', cookies: [], headers: pairs(masked.headers), queryString: pairs(masked.query), headersSize: -1, bodySize: -1, ...(body && { postData: { mimeType: masked.body.type, text: body } }) },
      response: { status: entry.status, statusText: entry.reason || '', httpVersion: 'HTTP/1.1', cookies: [], headers: pairs(entry.headers), content: { size: entry.body.length, mimeType: type, text: content }, redirectURL: '', headersSize: -1, bodySize: entry.body.length, ...(entry.error && { _error: entry.error }) },
    };
  });
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'bizkit', version: server.version }, entries: entries.reverse() } }, null, 2);
};

// Waits until the specs change, then shows the new page, or what is wrong with them.
const watching = async () => {
  const place = h('div', { class: 'wrong', role: 'alert', hidden: true });
  document.querySelector('main').prepend(place);
  for (let seen = server.seen; ;) {
    const news = await ask('changes', { seen: new Num(String(seen)) });
    if (!news) { await new Promise(done => { setTimeout(done, 2000); }); continue; }
    if (news.page !== server.page) return location.reload();
    seen = news.seen;
    place.hidden = !news.findings;
    place.replaceChildren(h('b', {}, 'The specs have mistakes; the last good ones are shown.'), h('pre', { tabindex: '0' }, news.findings || ''));
  }
};
