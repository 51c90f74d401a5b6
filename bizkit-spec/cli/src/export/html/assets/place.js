// Places on the page: what an address behind `#` leads to, and which address leads to a member.
const api = opened(document.getElementById('data').textContent);
const server = document.getElementById('server') && JSON.parse(document.getElementById('server').textContent);

const placeOf = dt => {
  const names = [];
  for (let at = dt; at; ) {
    names.unshift(at.querySelector('b')?.textContent ?? 'rest');
    const outer = at.parentElement.closest('dd,[id]');
    if (!outer || outer.id) return [outer?.id, ...names].join('/');
    at = outer.previousElementSibling;
    while (at && at.tagName !== 'DT') at = at.previousElementSibling;
  }
};

// The member of a response as a JSON Pointer: below a list, its first element.
const pointerOf = dt => {
  const names = [];
  for (let at = dt; at; ) {
    const list = /^\s*list of/.test([...at.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent).join(''));
    names.unshift(at.querySelector('b').textContent.replaceAll('~', '~0').replaceAll('/', '~1') + (list && names.length ? '/0' : ''));
    const outer = at.parentElement.closest('dd,.r,article');
    if (outer?.tagName !== 'DD') return '/' + names.join('/');
    at = outer.previousElementSibling;
    while (at && at.tagName !== 'DT') at = at.previousElementSibling;
  }
};

// The element that a place names: one with that id, or the member that a path below one leads to.
const elementOf = place => {
  const own = document.getElementById(place);
  if (own) return own;
  for (let cut = place.lastIndexOf('/'); cut > 0; cut = place.lastIndexOf('/', cut - 1)) {
    const scope = document.getElementById(place.slice(0, cut));
    if (scope) return [...scope.querySelectorAll('dl.m>dt')].find(dt => placeOf(dt) === place) || scope;
  }
  return null;
};

const sections = [...document.querySelectorAll('main>section')];
const show = section => {
  for (const other of sections) {
    if (other === section) other.removeAttribute('hidden');
    else if (!other.hidden) other.setAttribute('hidden', 'until-found');
  }
  for (const link of document.querySelectorAll('nav a')) {
    const here = decodeURIComponent(link.hash.slice(1)) === section.id;
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.title = (section.querySelector('h1')?.textContent || '') + (section.id === 'overview' ? '' : ` · ${sections[0].querySelector('h1').textContent}`);
  if (section.matches('.e') && !section.dataset.ready) mount(section);
};

const route = moved => {
  let place = '';
  try { place = decodeURIComponent(location.hash.slice(1)); } catch {}
  if (place === 'main') return document.getElementById('main').focus();
  const target = place ? elementOf(place) : null, section = target?.closest('main>section') || sections[0];
  show(section);
  document.body.classList.remove('menu');
  document.querySelector('.hit')?.classList.remove('hit');
  if (!target || target === section) return moved && scrollTo(0, 0);
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === 'DETAILS') at.open = true;
    if (at.hidden && at.parentElement.matches('.u')) at.parentElement.querySelectorAll('[role=tab]')[[...at.parentElement.querySelectorAll(':scope>section')].indexOf(at)].click();
  }
  target.classList.add('hit');
  target.scrollIntoView({ block: 'center' });
};

// Branches of a union as tabs.
const tabbed = union => {
  const branches = [...union.querySelectorAll(':scope>section')];
  if (branches.length < 2) return;
  const tabs = branches.map((branch, at) => {
    const name = branch.querySelector('.h').firstChild.textContent.trim();
    branch.setAttribute('role', 'tabpanel');
    branch.setAttribute('aria-label', name);
    return h('button', { type: 'button', role: 'tab', onclick: () => pick(at) }, name);
  });
  const pick = at => branches.forEach((branch, other) => {
    branch.hidden = other !== at;
    tabs[other].setAttribute('aria-selected', other === at);
    tabs[other].tabIndex = other === at ? 0 : -1;
  });
  union.prepend(h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Branches', onkeydown: event => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key], at = tabs.indexOf(document.activeElement) + by;
    if (by && tabs[at]) { tabs[at].focus(); tabs[at].click(); }
  } }, ...tabs));
  pick(0);
};

// Links and pointers of members; shared types that unfold where they are mentioned.
const furnish = scope => {
  scope.querySelectorAll('.u').forEach(tabbed);
  for (const dt of scope.querySelectorAll('dl.m>dt')) {
    const name = dt.querySelector('b');
    if (!name) continue;
    const place = placeOf(dt), response = dt.closest('.r');
    const href = '#' + place.split('/').map(encodeURIComponent).join('/');
    if (!dt.closest('.copy')) dt.append(' ', h('a', { class: 'tool', href, 'aria-label': `Link to ${name.textContent}` }, '#'));
    if (response) dt.append(' ', h('button', { type: 'button', class: 'tool', 'aria-label': `Copy the JSON Pointer of ${name.textContent}`, onclick: event => copied(event.currentTarget, pointerOf(dt)) }, 'pointer'));
    const link = [...dt.querySelectorAll('a[href^="#"]')].find(link => !link.classList.contains('tool') && document.getElementById(decodeURIComponent(link.hash.slice(1)))?.matches('article'));
    const article = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!article?.querySelector('dl,.u')) continue;
    const inside = () => {
      const copy = h('div', { class: 'copy', id: false }, ...[...article.children].slice(1).map(child => child.cloneNode(true)));
      copy.querySelectorAll('.tool,.tabs').forEach(tool => tool.remove());
      copy.querySelectorAll('[id]').forEach(inner => inner.removeAttribute('id'));
      copy.querySelectorAll('.u>section').forEach(inner => inner.removeAttribute('hidden'));
      copy.querySelectorAll('.unfold').forEach(inner => inner.remove());
      return copy;
    };
    const button = h('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false', 'aria-label': `Members of ${name.textContent}`, onclick: () => {
      const open = button.getAttribute('aria-expanded') === 'false';
      button.setAttribute('aria-expanded', open);
      const dd = dt.nextElementSibling;
      if (!open) return dd.querySelector(':scope>.copy').remove();
      const copy = inside();
      dd.append(copy);
      furnish(copy);
    } });
    dt.prepend(button);
  }
};
