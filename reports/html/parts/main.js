// What is shown follows from the address behind #; keys and clicks change the address.

const KEYS = [
  ['/', 'search'],
  ['j  k', 'next, previous access'],
  ['→  ←', 'next, previous step of the path'],
  [']  [', 'next, previous way to the same end'],
  ['}  {', 'next, previous end'],
  ['g', 'overview'],
  ['?', 'these keys'],
];

const list = accessList();
const view = el('main', { id: 'view', tabindex: -1 });
const help = /** @type {HTMLDialogElement} */ (el('dialog', { 'aria-label': 'Keys' }, el('h2', {}, 'Keys'), facts(KEYS.map(([keys, what]) => [keys, what]))));
const helpButton = el('button', { type: 'button', class: 'plain', title: 'Keys' }, 'Keys ', el('kbd', {}, '?'));
helpButton.addEventListener('click', () => help.showModal());
help.addEventListener('click', () => help.close());
const bar = el('header', { id: 'bar' }, el('a', { href: '#' }, REPORT.title), dim(REPORT.checkout), helpButton);
document.body.append(bar, list.element, view, help);

/** @type {{access: Access, view: AccessView} | null} */
let opened = null;

/** Show what the address names. @param {boolean} focus */
function follow(focus) {
  const where = new URLSearchParams(location.hash.slice(1));
  const access = ACCESSES.get(where.get('access') ?? '');
  if (!access) {
    opened = null;
    view.replaceChildren(sheetFor(where));
    view.scrollTop = 0;
  } else if (opened?.access !== access) {
    opened = { access, view: accessView(access, (path, at) => go(access, path, at)) };
    view.replaceChildren(opened.view.element);
    view.scrollTop = 0;
  }
  document.title = [access ? `${access.subject} in ${access.function}` : where.get('subject'), REPORT.title].filter(Boolean).join(' · ');
  list.mark(access ? address({ access: access.id }) : location.hash);
  if (opened) opened.view.show(pathIn(where, opened.access), Math.max(0, numberIn(where, 'step') - 1), focus);
}

/** @param {URLSearchParams} where @param {string} name */
function numberIn(where, name) {
  const number = Number(where.get(name));
  return Number.isSafeInteger(number) ? number : 0;
}

/** The path that the address names, else the first one of the first end. @param {URLSearchParams} where @param {Access} access */
function pathIn(where, access) {
  const number = numberIn(where, 'path') - 1;
  if (number >= 0 && number < access.paths.length) return number;
  return endsOf(access)[0]?.paths[0].number ?? 0;
}

/** @param {URLSearchParams} where */
function sheetFor(where) {
  const subject = REPORT.subjects.find((one) => one.id === where.get('subject'));
  if (subject) return subjectView(subject);
  const group = REPORT.groups.find((one) => one.id === where.get('group'));
  return group ? groupView(group) : overview();
}

/** Go to a step without a new entry in the history: walking would fill it. @param {Access} access @param {number} path @param {number} at */
function go(access, path, at, focus = true) {
  history.replaceState(null, '', address({ access: access.id, path: path + 1, ...(at ? { step: at + 1 } : {}) }));
  follow(focus);
}

/** @param {number} by */
function turnAccess(by) {
  const links = list.links();
  const id = new URLSearchParams(location.hash.slice(1)).get('access');
  const now = links.findIndex((one) => one.hash === address({ access: id ?? '' }));
  const next = now < 0 ? (by > 0 ? 0 : links.length - 1) : now + by;
  if (links[next]) open(links[next].hash);
}

/** Go to an address, at once: the event would come after the next key. @param {string} hash */
function open(hash) {
  location.hash = hash;
  follow(false);
}

/** @param {number} by */
function turnStep(by) {
  const now = opened?.view.now();
  if (!opened || !now) return;
  const at = Math.max(0, numberIn(new URLSearchParams(location.hash.slice(1)), 'step') - 1) + by;
  if (at >= 0 && at < now.steps.length) go(opened.access, now.end.paths[now.way].number, at);
}

/** @param {number} by */
function turnWay(by) {
  const now = opened?.view.now();
  const path = now?.end.paths[now.way + by];
  if (opened && path) go(opened.access, path.number, 0, false);
}

/** @param {number} by */
function turnEnd(by) {
  const now = opened?.view.now();
  if (!opened || !now) return;
  const ends = endsOf(opened.access);
  const end = ends[ends.indexOf(now.end) + by];
  if (end) go(opened.access, end.paths[0].number, 0, false);
}

/** @type {Record<string, () => void>} */
const ACTIONS = {
  '/': () => list.search.select(),
  j: () => turnAccess(1),
  k: () => turnAccess(-1),
  ArrowRight: () => turnStep(1),
  ArrowLeft: () => turnStep(-1),
  l: () => turnStep(1),
  h: () => turnStep(-1),
  ']': () => turnWay(1),
  '[': () => turnWay(-1),
  '}': () => turnEnd(1),
  '{': () => turnEnd(-1),
  g: () => open(''),
  '?': () => help.showModal(),
};

document.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (target === list.search) {
    if (event.key === 'Escape') list.search.blur();
    if (event.key === 'Enter' || event.key === 'ArrowDown') list.links()[0]?.focus();
    return;
  }
  if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (movedFocus(event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    return;
  }
  const action = ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

/** In the list the arrows go from link to link, in the walk from step to step. @param {number} by */
function movedFocus(by) {
  const focused = document.activeElement;
  if (focused?.closest('.walk')) {
    turnStep(by);
    return true;
  }
  const links = list.links();
  const at = links.findIndex((one) => one === focused);
  if (at < 0) return false;
  links[at + by]?.focus();
  return true;
}

addEventListener('beforeprint', () => {
  for (const details of view.querySelectorAll('details')) {
    FOLDED.get(details)?.();
    details.open = true;
  }
});
addEventListener('hashchange', () => follow(false));
follow(false);
