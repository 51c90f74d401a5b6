// Puts the page together.
const header = document.querySelector('.top');
const open = searching();
const themes = { '': 'dark', dark: 'light', light: '' };
const theme = h('button', { type: 'button', class: 'mini', onclick: () => {
  const { dataset } = document.documentElement, next = themes[dataset.theme || ''];
  dataset.theme = next;
  try { localStorage.setItem('bizkit-theme', next); } catch {}
  theme.textContent = next || 'auto';
  named();
} }, document.documentElement.dataset.theme || 'auto');
const named = () => theme.setAttribute('aria-label', `Colours: ${theme.textContent}`);
named();
const menu = h('button', { type: 'button', class: 'mini burger', 'aria-expanded': 'false', onclick: () => {
  menu.setAttribute('aria-expanded', document.body.classList.toggle('menu'));
} }, 'Calls');
header.prepend(menu);
header.append(h('button', { type: 'button', class: 'seek', onclick: open }, 'Search ', h('kbd', {}, '/')), ...(server ? [h('span', { class: 'n where' }, server.live ? 'live' : 'sandbox')] : []), theme);
document.addEventListener('keydown', event => {
  const inside = event.target.matches('input,textarea,select');
  if (event.key === '/' && !inside && !event.ctrlKey || event.key === 'k' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    open();
  }
});
for (const section of sections) section.addEventListener('beforematch', () => show(section));
for (const article of document.querySelectorAll('section.t article')) article.querySelectorAll('.u').forEach(tabbed);
addEventListener('hashchange', () => route(true));
addEventListener('beforeprint', () => { for (const one of document.querySelectorAll('main>section:not([hidden]) details')) one.open = true; });
route(false);
document.documentElement.classList.add('ready');
if (server) watching();
