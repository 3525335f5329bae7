// The left side: subjects with what is known of them, and below each its accesses.

/** The list, and what is needed to move in it. */
function accessList() {
  const status = el('p', { class: 'status', role: 'status' });
  const items = new Map(REPORT.accesses.map((access) => [access.id, itemOf(access)]));
  const sections = REPORT.subjects.map((subject) => sectionOf(subject, items));
  const { controls, search, meets, reset } = filters(update);
  const none = el('button', { type: 'button', class: 'plain' }, 'Show all accesses');
  none.addEventListener('click', reset);
  const list = el('div', { class: 'subjects' }, sections.map(({ section }) => section), none);

  function update() {
    let shown = 0;
    for (const access of REPORT.accesses) {
      const hidden = !meets(access);
      /** @type {HTMLElement} */ (items.get(access.id)).hidden = hidden;
      shown += hidden ? 0 : 1;
    }
    const all = search.value.trim() === '';
    for (const { section, subject, mine } of sections) {
      const some = mine.some((item) => !item.hidden);
      section.hidden = !some && !(all && subject.listed);
    }
    none.hidden = shown > 0;
    status.textContent = `${shown.toLocaleString('en')} of ${counted(REPORT.accesses.length, 'access', 'accesses')}`;
  }

  /** The links that are shown, in order. @returns {HTMLAnchorElement[]} */
  const links = () => /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll('li:not([hidden]) a')]);
  /** Mark what is shown at the right. @param {string} href */
  const mark = (href) => {
    for (const one of list.querySelectorAll('[aria-current]')) one.removeAttribute('aria-current');
    const found = [...list.querySelectorAll('a')].find((one) => one.getAttribute('href') === href);
    found?.setAttribute('aria-current', 'true');
    found?.scrollIntoView({ block: 'nearest' });
  };
  update();
  const element = el('nav', { id: 'list', 'aria-label': 'Subjects and accesses' }, controls, status, list);
  return { element, search, links, mark };
}

/** @param {Access} access */
function itemOf(access) {
  const place = dim(`${access.file}:${access.line}`);
  place.title = `${access.file}:${access.line}`;
  const marks = [access.kind !== 'call' && access.kind, access.wrapper && 'wrapper', access.scope !== 'production' && access.scope];
  return el(
    'li',
    {},
    link(
      { access: access.id },
      el('span', { class: 'name' }, access.function, marks.filter(Boolean).map((mark) => dim(` ${mark}`))),
      el('span', { class: 'where' }, place),
      el('span', { class: 'chips' }, chip('reach', access.reach, access.reach ? '' : 'reach '), chip('gate', access.gate?.state ?? null, 'gate '), access.decided !== 'none needed' && dim(access.decided)),
    ),
  );
}

/** @param {Subject} subject @param {Map<string, HTMLElement>} items */
function sectionOf(subject, items) {
  const mine = REPORT.accesses.filter((access) => access.subject === subject.id).map((access) => /** @type {HTMLElement} */ (items.get(access.id)));
  const head = el(
    'h2',
    {},
    link({ subject: subject.id }, el('span', { class: 'name' }, breakable(subject.id)), dim(subject.origin)),
    el('span', { class: 'chips' }, mine.length ? [chip('reach', subject.reach, subject.reach ? '' : 'reach '), chip('gate', subject.gate, 'gate ')] : dim('no access')),
  );
  return { section: el('section', {}, head, el('ul', {}, mine)), subject, mine };
}
