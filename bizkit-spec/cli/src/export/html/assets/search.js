// Everything that has a place, found by a part of its name.
const folded = text => text.toLowerCase().replace(/[_\s-]/g, '');

let INDEX = null;
const index = () => {
  if (INDEX) return INDEX;
  INDEX = [];
  const add = (kind, name, about, place) => INDEX.push({ kind, name, about, place, key: folded(name), more: folded(about) });
  for (const section of document.querySelectorAll('section.e')) {
    const title = section.querySelector('h1').textContent;
    add('call', section.id, `${title} ${section.querySelector('.l').textContent}`, section.id);
  }
  for (const article of document.querySelectorAll('article[id]')) {
    const code = article.closest('#errors');
    add(code ? 'error code' : 'type', article.querySelector('h2').firstChild.textContent, article.querySelector('p,div')?.textContent.slice(0, 120) || '', article.id);
  }
  for (const name of document.querySelectorAll('main dl.m>dt>b')) {
    const place = placeOf(name.parentElement);
    add(name.closest('dl').classList.contains('a') ? 'argument' : 'member', name.textContent, place.slice(0, place.lastIndexOf('/')), place);
  }
  for (const value of document.querySelectorAll('main dl.v>dt')) add('value', value.textContent, value.closest('[id]').id, value.closest('[id]').id);
  return INDEX;
};

const find = text => {
  const wanted = text.toLowerCase().split(/\s+/).map(folded).filter(Boolean);
  if (!wanted.length) return [];
  const scored = index().map(entry => {
    let score = 0;
    for (const word of wanted) {
      const at = entry.key.indexOf(word);
      const own = at < 0 ? (entry.more.includes(word) ? 1 : 0) : entry.key === word ? 9 : at === 0 ? 6 : 4;
      if (!own) return [0, entry];
      score += own;
    }
    return [score + (entry.kind === 'call' ? 0.5 : 0), entry];
  });
  return scored.filter(([score]) => score).sort((a, b) => b[0] - a[0]).map(([, entry]) => entry);
};

const searching = () => {
  const input = h('input', { type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'found', 'aria-label': 'Search', autocomplete: 'off', placeholder: 'A call, an argument, a member, a code' });
  const list = h('ul', { id: 'found', role: 'listbox', 'aria-label': 'Found' }), count = h('p', { class: 'n', role: 'status' });
  const dialog = h('dialog', { class: 'find', 'aria-label': 'Search' }, input, list, count);
  let at = 0;
  const choose = next => {
    const all = list.children;
    all[at]?.setAttribute('aria-selected', 'false');
    at = Math.min(Math.max(next, 0), all.length - 1);
    all[at]?.setAttribute('aria-selected', 'true');
    all[at]?.scrollIntoView({ block: 'nearest' });
    if (all[at]) input.setAttribute('aria-activedescendant', all[at].id);
    else input.removeAttribute('aria-activedescendant');
  };
  const go = place => {
    dialog.close();
    location.hash = '#' + place.split('/').map(encodeURIComponent).join('/');
  };
  input.addEventListener('input', () => {
    const found = find(input.value);
    list.replaceChildren(...found.slice(0, 60).map((entry, at) => h('li', { role: 'option', id: `found${at}`, 'aria-selected': 'false', 'data-place': entry.place, onclick: () => go(entry.place) },
      h('b', {}, entry.name), h('small', {}, entry.kind), h('span', {}, entry.about))));
    count.textContent = input.value ? (found.length > 60 ? `${found.length} places, 60 shown` : `${found.length} ${found.length === 1 ? 'place' : 'places'}`) : '';
    at = 0;
    choose(0);
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(at + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && list.children[at]) {
      event.preventDefault();
      go(list.children[at].dataset.place);
    }
  });
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  return () => {
    dialog.showModal();
    input.select();
  };
};
