// Arguments to code, in several languages. Whatever they hold is quoted; a value that is secret is the name of a variable.
const single = text => `'${text.replaceAll("'", "'\\''")}'`;
const inDouble = text => text.replace(/[\\"$`]/g, '\\$&');
const variable = name => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();

const curl = request => {
  const plain = request.method === 'GET' && !request.body && request.query.length > 0;
  const word = (before, value) => value instanceof Key ? `"${inDouble(before + value.before)}\${${value.name}}"` : single(before + value);
  const out = [plain ? `--get ${single(request.url)}` : request.method === 'GET' ? single(request.url) : `--request ${request.method} ${single(request.url)}`];
  for (const [name, value] of request.headers) out.push(`--header ${word(`${name}: `, value)}`);
  for (const [name, value] of request.query) out.push(`${plain ? '--data-urlencode' : '--url-query'} ${word(`${percent(name)}=`, value)}`);
  const { body } = request;
  if (body) {
    out.push(`--header ${single(`Content-Type: ${body.type}`)}`);
    const inner = text => text.replaceAll("'", "'\\''");
    if (body.members) {
      const members = body.members.map(([name, value]) => inner(quote(name)) + (value instanceof Key ? `:"'"\${${value.name}}"'"` : ':' + inner(write(value))));
      out.push(`--data-raw '{${members.join(',')}}'`);
    } else out.push(body.bytes !== undefined ? '--data-binary @file' : `--data-raw ${single(body.json !== undefined ? write(body.json) : body.text)}`);
  }
  return `curl ${out.join(' \\\n  ')}`;
};

// Whether a script keeps the digits of every number.
const exact = value => value instanceof Key ? true : value instanceof Num ? value.text.replace(/\D/g, '').length <= 15
  : value instanceof Map ? [...value.values()].every(exact) : Array.isArray(value) ? value.every(exact) : true;

const javascript = request => {
  const literal = value => value instanceof Key ? (value.before ? `\`${value.before}\${process.env.${value.name}}\`` : `process.env.${value.name}`) : quote(value);
  const json = value => exact(value) ? `JSON.stringify(${write(value)})` : quote(write(value));
  let out = '', address = quote(request.url);
  if (request.query.length) {
    out += `const query = new URLSearchParams([\n${request.query.map(([name, value]) => `  [${quote(name)}, ${literal(value)}],\n`).join('')}]);\n`;
    address += ' + "?" + query';
  }
  const { body } = request, options = [];
  if (request.method !== 'GET') options.push(`  method: ${quote(request.method)},\n`);
  const headers = request.headers.map(([name, value]) => `${quote(name)}: ${literal(value)}`);
  if (body) headers.push(`"Content-Type": ${quote(body.type)}`);
  if (headers.length) options.push(`  headers: { ${headers.join(', ')} },\n`);
  if (body?.members) {
    const kept = body.members.every(([, value]) => exact(value));
    const member = ([name, value]) => value instanceof Key ? (kept ? `${quote(name)}: process.env.${value.name}` : `${quote(quote(name) + ':')} + JSON.stringify(process.env.${value.name})`)
      : kept ? `${quote(name)}: ${write(value)}` : quote(quote(name) + ':' + write(value));
    const members = body.members.map(member).join(', ');
    options.push(`  body: ${kept ? `JSON.stringify({ ${members} })` : `"{" + [${members}].join(",") + "}"`},\n`);
  } else if (body) {
    if (body.bytes !== undefined) out = 'import { readFile } from "node:fs/promises";\n\n' + out;
    options.push(`  body: ${body.json !== undefined ? json(body.json) : body.text !== undefined ? quote(body.text) : 'await readFile("file")'},\n`);
  }
  return `${out}const response = await fetch(${address}${options.length ? `, {\n${options.join('')}}` : ''});\nconsole.log(response.status, await response.text());`;
};

const python = request => {
  const text = value => value instanceof Key ? (value.before ? `${quote(value.before)} + ` : '') + `os.environ[${quote(value.name)}]` : quote(value);
  const rows = list => list.map(([name, value]) => `        ${text(name)}: ${text(value)},\n`).join('');
  const { body } = request, headers = [...request.headers], options = [];
  if (request.query.length) options.push(`    params=[\n${request.query.map(([name, value]) => `        (${text(name)}, ${text(value)}),\n`).join('')}    ],\n`);
  if (body) headers.push(['Content-Type', body.type]);
  if (headers.length) options.push(`    headers={\n${rows(headers)}    },\n`);
  if (body?.members) {
    // Joined as text, so that no digit of a number is lost.
    const members = body.members.map(([name, value]) => value instanceof Key ? `        ${quote(quote(name) + ': ')} + json.dumps(os.environ[${quote(value.name)}]),\n` : `        ${quote(`${quote(name)}: ${write(value)}`)},\n`);
    options.push(`    data=("{" + ", ".join([\n${members.join('')}    ]) + "}").encode(),\n`);
  } else if (body) options.push(`    data=${body.bytes !== undefined ? 'open("file", "rb")' : `${quote(body.json !== undefined ? write(body.json) : body.text)}.encode()`},\n`);
  const keyed = [...request.query, ...request.headers, ...(body?.members || [])].some(([, value]) => value instanceof Key);
  const inside = body?.members?.some(([, value]) => value instanceof Key);
  return `${inside ? 'import json\n' : ''}${keyed ? 'import os\n' : ''}import requests\n\nresponse = requests.request(\n    ${quote(request.method)},\n    ${quote(request.url)},\n${options.join('')}    timeout=30,\n)\nprint(response.status_code, response.text)`;
};

const php = request => {
  const literal = text => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const text = value => value instanceof Key ? (value.before ? `${literal(value.before)} . ` : '') + `getenv(${literal(value.name)})` : literal(value);
  const { body } = request, headers = [...request.headers, ...(body ? [['Content-Type', body.type]] : [])];
  const query = request.query.map(([name, value]) => `    ${literal(percent(name) + '=')} . rawurlencode(${text(value)}),\n`).join('');
  let out = `<?php\n$request = curl_init(${literal(request.url)}${query ? ` . '?' . implode('&', [\n${query}])` : ''});\ncurl_setopt_array($request, [\n    CURLOPT_CUSTOMREQUEST => ${literal(request.method)},\n    CURLOPT_RETURNTRANSFER => true,\n    CURLOPT_TIMEOUT => 30,\n`;
  if (headers.length) out += `    CURLOPT_HTTPHEADER => [\n${headers.map(([name, value]) => `        ${literal(name + ': ')} . ${text(value)},\n`).join('')}    ],\n`;
  if (body?.members) {
    const member = ([name, value]) => value instanceof Key ? `        ${literal(quote(name) + ':')} . json_encode(getenv(${literal(value.name)})),\n` : `        ${literal(quote(name) + ':' + write(value))},\n`;
    out += `    CURLOPT_POSTFIELDS => '{' . implode(',', [\n${body.members.map(member).join('')}    ]) . '}',\n`;
  } else if (body) out += `    CURLOPT_POSTFIELDS => ${body.bytes !== undefined ? "file_get_contents('file')" : literal(body.json !== undefined ? write(body.json) : body.text)},\n`;
  return `${out}]);\n$response = curl_exec($request);\necho curl_getinfo($request, CURLINFO_RESPONSE_CODE), ' ', $response, "\\n";`;
};

// The line for a terminal: scalars as options, everything else as JSON.
const terminal = (id, call, values, types) => {
  const words = [`bizkit call ${id}`];
  const simple = [...values].every(([, value]) => value !== null && typeof value !== 'object' || value instanceof Num);
  if (call.b && ['text', 'json', 'bytes'].includes(call.b[0]) || !simple) {
    words.push(`--data ${single(write(values))}`);
  } else for (const [name, value] of values) words.push(single(`${name}=${bare(value)}`).replace(/^'([\w.@:/+=-]+)'$/, '$1'));
  return words.join(' \\\n  ');
};
