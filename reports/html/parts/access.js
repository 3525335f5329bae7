// One access: its facts, where its results end, and one path at a time as a drawing and as code.

/** @typedef {{element: HTMLElement, show: (path: number, at: number, focus: boolean) => void, now: () => {way: number, end: End, steps: Step[]} | null}} AccessView */

/**
 * @param {Access} access
 * @param {(path: number, at: number) => void} go called with the number of a path and a step of it
 * @returns {AccessView}
 */
function accessView(access, go) {
  const ends = endsOf(access);
  const head = accessHead(access);
  if (ends.length === 0) return { element: el('article', { class: 'access' }, head, withoutPaths(access)), show: () => {}, now: () => null };
  const list = endsList(access, ends);
  const pane = el('div', { class: 'path' });
  const element = el('article', { class: 'access' }, head, el('div', { class: 'trace' }, list.element, pane));
  /** @type {{number: number, way: number, end: End, steps: Step[], walk: (at: number, focus: boolean) => void} | null} */
  let shown = null;

  /** @param {number} number */
  const draw = (number) => {
    const end = ends.find((one) => one.paths.some((path) => path.number === number)) ?? ends[0];
    const way = Math.max(0, end.paths.findIndex((path) => path.number === number));
    const steps = stepsOf(end.paths[way].leaf).map(stepAt);
    const { nodes, walk } = pathPane({ access, end, way }, steps, go);
    pane.replaceChildren(...nodes);
    list.mark(end);
    shown = { number, way, end, steps, walk };
    return shown;
  };
  return {
    element,
    show: (number, at, focus) => {
      const now = shown?.number === number ? shown : draw(number);
      now.walk(Math.min(at, now.steps.length - 1), focus);
    },
    now: () => shown,
  };
}

/** @param {Access} access */
function withoutPaths(access) {
  if (access.reach === null) return el('p', { class: 'empty' }, `Where the result ends: ${NOT_COMPUTED}.`);
  return el('p', { class: 'empty' }, access.escapes.length ? 'The result was lost from sight before it ended anywhere.' : 'The result ends nowhere that people see or that keeps it.');
}

/**
 * @param {Shown} shown
 * @param {Step[]} steps
 * @param {(path: number, at: number) => void} go
 */
function pathPane(shown, steps, go) {
  const { end, way } = shown;
  const path = end.paths[way];
  const list = walkList(steps, (at) => go(path.number, at), (at) => drawing.hint(at));
  const drawing = drawn(
    shown,
    (run) => {
      if (run.main) go(path.number, run.from);
      else go(end.paths[drawing.wayThrough(run)].number, 0);
    },
    list.hint,
  );
  const graph = el('div', { class: 'drawing scrolls', tabindex: 0, role: 'group', 'aria-label': 'Drawing of the paths; the steps beside it say the same' }, drawing.image);
  /** @param {number} at @param {boolean} focus */
  const walk = (at, focus) => {
    list.walk(at, focus);
    const box = drawing.walk(at);
    if (box) scrolledTo(box, drawing.image);
  };
  const code = el('div', { class: 'code-pane scrolls' }, list.element);
  return { nodes: [pathHead(shown, steps, go), el('div', { class: 'panes' }, graph, code)], walk };
}

/**
 * @param {Shown} shown
 * @param {Step[]} steps
 * @param {(path: number, at: number) => void} go
 */
function pathHead({ end, way }, steps, go) {
  const path = end.paths[way];
  const turn = (/** @type {string} */ label, /** @type {string} */ name, /** @type {number} */ by) => {
    const button = el('button', { type: 'button', disabled: way + by < 0 || way + by >= end.paths.length, 'aria-label': name, title: name }, label);
    button.addEventListener('click', () => go(end.paths[way + by].number, 0));
    return button;
  };
  const said = [
    counted(steps.length, 'step'),
    FLOWS[path.flow] ?? path.flow,
    path.confidence,
    ...path.conditions.map((one) => `only if ${conditionText(one)}`),
    path.stored_in.length ? `stored in ${path.stored_in.join(', then ')}` : '',
  ];
  return el(
    'div',
    { class: 'path-head' },
    el('p', {},
      el('span', { class: 'turn' }, turn('‹', 'Previous way  [', -1), ` way ${way + 1} of ${end.paths.length.toLocaleString('en')} `, turn('›', 'Next way  ]', 1)),
      ' ', chip('shown', path.state, `${REPORT.called}: `), dim(' · '), dim(said.filter(Boolean).join(' · '))),
    path.guard && el('p', {}, 'Checked at ', place(path.guard.file, path.guard.line), ' ', prose(path.guard.note)),
    path.flagged?.evidence.length ? folded('Why', () => evidenceList(path.flagged?.evidence ?? [])) : null,
    fieldsOf(path),
  );
}

/** @param {Path} path */
function fieldsOf(path) {
  if (path.fields.length === 0) return null;
  if (path.fields.length === 1 && path.fields[0] === '*') return el('p', { class: 'dim' }, 'the whole value goes on');
  const listed = () => el('p', { class: 'fields' }, path.fields.map((field) => el('code', {}, field)));
  return path.fields.length > 3 ? folded(counted(path.fields.length, 'field'), listed) : listed();
}
