// The steps of one path with the code of each, in the order in which the value takes them.

/**
 * @param {Step[]} steps
 * @param {(at: number) => void} choose
 * @param {(at: number) => void} hover called with -1 when nothing is pointed at any more
 */
function walkList(steps, choose, hover) {
  const rows = steps.map((step, at) => stepRow(step, at, steps[at - 1], choose));
  rows.forEach(({ button }, at) => {
    button.addEventListener('mouseenter', () => hover(at));
    button.addEventListener('mouseleave', () => hover(-1));
  });
  const element = el('ol', { class: 'walk', 'aria-label': 'Steps of the path' }, rows.map(({ item }) => item));
  let here = -1;
  /** @param {number} at @param {boolean} focus */
  const walk = (at, focus) => {
    if (here >= 0) rows[here].button.removeAttribute('aria-current');
    here = at;
    const row = rows[at];
    if (!row) return;
    row.button.setAttribute('aria-current', 'step');
    if (focus) row.button.focus({ preventScroll: true });
    scrolledTo(row.item, element);
  };
  /** Mark what is pointed at in the drawing. @param {Run | null} run */
  const hint = (run) => {
    rows.forEach(({ item }, at) => item.classList.toggle('hint', run !== null && run.main && run.from <= at && at <= run.to));
    if (run?.main && rows[run.from]) scrolledTo(rows[run.from].item, element);
  };
  return { element, walk, hint };
}

/**
 * @param {Step} step @param {number} at @param {Step | undefined} before
 * @param {(at: number) => void} choose
 */
function stepRow(step, at, before, choose) {
  const code = codeAt(step.file, step.line);
  const button = el(
    'button',
    { type: 'button', class: 'step' },
    el('span', { class: 'number' }, step.line),
    el('span', { class: 'what' }, code !== null && codeLine(code, step.column), el('span', { class: 'note' }, step.note)),
  );
  button.addEventListener('click', () => choose(at));
  const file = before?.file !== step.file && el('div', { class: 'file' }, place(step.file, step.line));
  return { item: el('li', {}, file, button), button };
}

/** Scroll the nearest scrolling parent, and only that, so that an element stands in its middle. @param {Element} element @param {Element} inside */
function scrolledTo(element, inside) {
  const box = inside.closest('.scrolls');
  if (box === null) return;
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  const seen = inner.top >= outer.top + 60 && inner.bottom <= outer.bottom - 60;
  if (!seen) box.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
}
