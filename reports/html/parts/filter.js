// What the list shows: four choices and a text. An access is shown when it meets all of them.

const CHOICES = /** @type {[string, (access: Access) => string, string[]][]} */ ([
  ['reach', (access) => access.reach ?? NOT_COMPUTED, Object.keys(WORDS.reach)],
  ['gate', (access) => access.gate?.state ?? NOT_COMPUTED, Object.keys(WORDS.gate)],
  ['decision', (access) => access.decided, []],
  ['scope', (access) => access.scope, ['production', 'client', 'tooling', 'test']],
]);

/** Everything about an access that a person may search for. @param {Access} access */
function wordsOf(access) {
  const sinks = new Set(access.paths.map(([sink]) => sink));
  const names = [...sinks].flatMap((sink) => [...REPORT.sinks[sink].routes, ...REPORT.sinks[sink].columns]);
  return [access.subject, access.function, access.file, access.label, access.group, access.id, ...names].join('\n').toLowerCase();
}

/**
 * The controls, and the test that they stand for.
 * @param {() => void} changed
 */
function filters(changed) {
  const search = /** @type {HTMLInputElement} */ (
    el('input', { id: 'search', type: 'search', placeholder: 'Search name, file, route, column   /', 'aria-label': 'Search accesses', spellcheck: 'false', autocomplete: 'off' })
  );
  const selects = CHOICES.map(([name, valueOf, order]) => selectOf(name, valueOf, order));
  for (const control of [search, ...selects]) control.addEventListener('input', changed);
  const words = new Map(REPORT.accesses.map((access) => [access, wordsOf(access)]));
  /** @param {Access} access */
  const meets = (access) => {
    const text = words.get(access) ?? '';
    return (
      search.value.toLowerCase().split(/\s+/).every((word) => text.includes(word)) &&
      selects.every((select, at) => select.value === '' || CHOICES[at][1](access) === select.value)
    );
  };
  const reset = () => {
    search.value = '';
    for (const select of selects) select.value = '';
    changed();
  };
  const controls = el('form', { class: 'filters', role: 'search' }, search, el('div', { class: 'choices' }, selects.map(labelled)));
  controls.addEventListener('submit', (event) => event.preventDefault());
  return { controls, search, meets, reset };
}

/** @param {string} name @param {(access: Access) => string} valueOf @param {string[]} order */
function selectOf(name, valueOf, order) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const access of REPORT.accesses) counts.set(valueOf(access), (counts.get(valueOf(access)) ?? 0) + 1);
  const known = order.filter((value) => counts.has(value));
  const values = [...known, ...[...counts.keys()].filter((value) => !order.includes(value)).sort()];
  const options = values.map((value) => el('option', { value }, `${value} · ${counts.get(value)}`));
  const select = /** @type {HTMLSelectElement} */ (el('select', { name }, el('option', { value: '' }, 'any'), options));
  if (name === 'scope' && counts.has('production')) select.value = 'production';
  return select;
}

/** @param {HTMLSelectElement} select */
function labelled(select) {
  return el('label', {}, el('span', {}, select.name), select);
}
