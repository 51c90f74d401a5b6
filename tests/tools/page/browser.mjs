// Looks at the page in Chromium: `node browser.mjs URL FILE FOLDER`. Screenshots go to the folder.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , url, file, folder] = process.argv;
const require = createRequire(process.env.PAGE_MODULES + '/here.js');
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const path = process.env.CHROMIUM || ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
const local = pathToFileURL(file).href;

// A page that must not speak to anybody else, nor complain. A status of 400 and more is no complaint.
const open = async (where, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, bypassCSP: false, ...options });
  await context.grantPermissions?.(['clipboard-read', 'clipboard-write']).catch(() => {});
  const page = await context.newPage();
  page.asked = [];
  page.on('request', request => page.asked.push(request.url()));
  page.on('pageerror', error => assert.fail(`${where}: ${error.stack}`));
  page.on('console', message => {
    const harmless = /Failed to load resource/.test(message.text());
    assert.ok(harmless || message.type() !== 'error', `${where}: ${message.text()}`);
  });
  await page.goto(where);
  return page;
};
const shot = (page, name) => page.screenshot({ path: `${folder}/${name}.png` });
const near = page => page.locator('main > section:not([hidden])');

// What people who see, hear or move in other ways could not use. Run in a world of its own, since the page lets no script in.
const accessible = async (page, what) => {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' });
  await session.send('Runtime.evaluate', { expression: axe, contextId: executionContextId });
  const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(found => JSON.stringify(found.violations.map(one => ({ rule: one.id, help: one.help, at: one.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + node.any.map(a => a.message).join()) }))))`;
  const { result } = await session.send('Runtime.evaluate', { expression: run, contextId: executionContextId, awaitPromise: true });
  assert.deepEqual(JSON.parse(result.value), [], `${what} is not accessible`);
};

const checks = {
  async 'the file is read without a script'() {
    const page = await open(local, { javaScriptEnabled: false });
    const text = await page.innerText('body');
    for (const word of ['Read the profile of one customer', 'cuRefNo', 'PUBLIC_API_KEY_DOES_NOT_EXIST']) assert.ok(text.includes(word), word);
    assert.deepEqual(page.asked, [local]);
    await page.context().close();
  },

  async 'every place of the file has an address, and finds are by keyboard'() {
    const page = await open(local + '#customer.Profile/creditBalance');
    assert.ok(await page.locator('dt.hit b').isVisible());
    assert.equal(await page.locator('dt.hit b').innerText(), 'creditBalance');
    await page.keyboard.press('/');
    await page.keyboard.type('cuRefNo');
    assert.ok(await page.locator('#found li').count() >= 10, 'every place of cuRefNo');
    await page.keyboard.press('ArrowDown');
    const place = await page.locator('#found li[aria-selected=true]').getAttribute('data-place');
    await page.keyboard.press('Enter');
    await page.waitForFunction(place => decodeURIComponent(location.hash) === '#' + place, place);
    assert.ok(await page.locator('.hit').isVisible());
    assert.deepEqual(page.asked, [local + '#customer.Profile/creditBalance'].map(one => one.split('#')[0]));
    await page.context().close();
  },

  async 'broken rules stand under their field as one types'() {
    const page = await open(url + '#customer/detail');
    await page.getByLabel('cuRefNo', { exact: true }).fill('short');
    const words = 'expected 16 characters, found 5 (short)';
    await page.waitForFunction(words => document.querySelector('input[aria-label=cuRefNo]').closest('.leaf').querySelector('.err').innerText === words, words);
    assert.equal(await page.getByLabel('cuRefNo', { exact: true }).getAttribute('aria-invalid'), 'true');
    const code = () => near(page).locator('.code code').innerText();
    assert.ok((await code()).includes('Still needed: identityId'));
    await near(page).getByRole('tab', { name: 'Shell' }).click();
    assert.ok((await code()).includes('cuRefNo=short') && (await code()).includes('${BIZKITHUB_API_KEY}'));
    await near(page).getByLabel('identityId', { exact: true }).fill('a-secret-that-was-typed');
    await page.waitForFunction(() => document.querySelector('main > section:not([hidden]) .code code').innerText.includes('identityId=***'));
    await shot(page, 'typing');
    await near(page).getByRole('button', { name: 'Send', exact: true }).click();
    await near(page).locator('.response .err').waitFor();
    await shot(page, 'broken-rules');
    await near(page).getByRole('button', { name: 'send all the same' }).click();
    await near(page).locator('.status').waitFor();
    assert.match(await near(page).locator('.status b').innerText(), /^4\d\d /);
    assert.ok(await near(page).locator('.why a').count() >= 1, 'the code leads to what it means');
    await shot(page, 'failed-call');
    await accessible(page, 'a failed call');
    await page.context().close();
  },

  async 'every form takes its examples, gives them back and is answered as documented'() {
    const page = await open(url);
    const ids = await page.evaluate(() => [...document.querySelectorAll('section.e')].map(section => section.id));
    assert.ok(ids.length > 40);
    for (const id of ids) {
      await page.evaluate(id => { location.hash = '#' + id; }, id);
      await page.waitForFunction(id => !document.getElementById(id).hidden && document.getElementById(id).dataset.ready, id);
      const section = near(page);
      await section.getByRole('tab', { name: 'Shell' }).click();
      const documented = await section.locator('.code code').innerText();
      const fill = section.locator('.tools button').first();
      if (await fill.count()) {
        await fill.click();
        await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
        if (!documented.includes('@file')) assert.equal(await section.locator('.code code').innerText(), documented, `${id} keeps its example`);
      }
      assert.equal(await section.locator('.d .err:not(:empty)').count(), 0, `${id} has no broken rule`);
      await section.getByRole('button', { name: 'Send', exact: true }).click();
      await section.locator('.response .status').waitFor({ timeout: 5000 }).catch(async () => assert.fail(`${id}: ${await section.locator('.response').innerText()}`));
      assert.match(await section.locator('.status b').innerText(), /^[23]/, id);
      assert.equal(await section.locator('.tree mark').count(), 0, `${id}: a member that no spec knows`);
    }
    assert.ok(page.asked.every(one => one.startsWith(url) || one.startsWith('blob:')), 'nobody else was asked');
    await page.context().close();
  },

  async 'troubles are at hand, and a session can be kept without its secrets'() {
    const page = await open(url + '#customer/detail');
    const section = near(page);
    await section.locator('.tools button').first().click();
    for (const [trouble, shown] of [['429', /429/], ['503', /503/], ['broken', /broke before/], ['', /200/]]) {
      await section.getByLabel('Trouble').selectOption(trouble);
      await section.getByRole('button', { name: 'Send', exact: true }).click();
      await section.locator('.response', { hasText: shown }).waitFor();
    }
    await section.getByText('calls in this session').click();
    const [download] = await Promise.all([page.waitForEvent('download'), section.getByRole('button', { name: 'save all as HAR' }).click()]);
    const har = JSON.parse(readFileSync(await download.path(), 'utf8'));
    assert.equal(har.log.version, '1.2');
    assert.deepEqual(har.log.entries.map(entry => entry.response.status), [429, 503, 0, 200].map((status, at) => at === 2 ? har.log.entries[2].response.status : status));
    const text = JSON.stringify(har.log.entries.map(entry => entry.request));
    assert.ok(text.includes('apiKey=***') && text.includes('"identityId","value":"***"') && !/PRODPGr|Z9CPkS/.test(text), text);
    // What a response says in confidence is not kept either.
    await page.evaluate(() => { location.hash = '#customer/login'; });
    await page.waitForFunction(() => document.getElementById('customer/login').dataset.ready);
    await near(page).locator('.tools button').first().click();
    await near(page).getByRole('button', { name: 'Send', exact: true }).click();
    await near(page).locator('.response .status', { hasText: '200' }).waitFor();
    await near(page).getByText('call in this session').click();
    const [login] = await Promise.all([page.waitForEvent('download'), near(page).getByRole('button', { name: 'save all as HAR' }).click()]);
    const body = JSON.parse(JSON.parse(readFileSync(await login.path(), 'utf8')).log.entries.at(-1).response.content.text);
    assert.equal(body.identityId, '***');
    await page.context().close();
  },

  async 'it is usable by everybody, light and dark, wide and narrow'() {
    for (const [name, place, options] of [
      ['overview', '', {}], ['errors', '#errors', {}], ['types', '#types', {}],
      ['detail', '#customer/detail', {}], ['dark', '#customer/detail', { colorScheme: 'dark' }],
      ['create', '#shop/order/create', {}], ['create-dark', '#shop/order/create', { colorScheme: 'dark' }],
      ['phone', '#customer/detail', { viewport: { width: 390, height: 844 } }], ['phone-overview', '', { viewport: { width: 390, height: 844 } }],
    ]) {
      const page = await open(url + place, options);
      const fill = near(page).locator('.tools button').last();
      if (name.startsWith('create')) await near(page).locator('.tools button').nth(1).click();
      await shot(page, name);
      await accessible(page, name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${name} scrolls sideways`);
      await page.context().close();
    }
    const page = await open(local);
    await page.keyboard.press('/');
    await page.keyboard.type('order');
    await accessible(page, 'the search');
    await shot(page, 'search');
    await page.context().close();
  },

  async 'nothing moves while it loads'() {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.moved = 0;
      new PerformanceObserver(list => { for (const entry of list.getEntries()) window.moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const place of ['', '#customer/detail', '#shop/order/create']) {
      await page.goto('about:blank');
      await page.goto(url + place);
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
      const [moved, paint, size] = await page.evaluate(() => [window.moved, performance.getEntriesByName('first-paint')[0]?.startTime, performance.getEntriesByType('navigation')[0].transferSize]);
      assert.ok(moved < 0.001, `${place || 'the overview'} moves: ${moved}`);
      console.log(`${place || 'overview'}: first paint after ${Math.round(paint)} ms, ${size} bytes`);
    }
    await context.close();
  },
};

const wanted = process.env.ONLY;
for (const [name, check] of Object.entries(checks)) {
  if (wanted && !name.includes(wanted)) continue;
  await check();
  console.log(`ok: ${name}`);
}
await browser.close();
