// Where the results of an access end, grouped by kind.

const ASIDE = ['request', 'log', 'control'];

/**
 * What nobody sees is folded where something else is there to be seen.
 * @param {Access} access
 * @param {End[]} ends
 */
function endsList(access, ends) {
  const links = new Map(ends.map((end) => [end, endLink(access, end)]));
  const kinds = KINDS.filter((kind) => ends.some((end) => end.kind === kind));
  const element = el(
    'nav',
    { class: 'ends scrolls', 'aria-label': 'Where it ends', tabindex: 0 },
    kinds.map((kind) => {
      const mine = ends.filter((end) => end.kind === kind);
      const title = [KIND_TITLES[kind], dim(` ${mine.length}`)];
      const listed = el('ul', {}, mine.map((end) => el('li', {}, links.get(end))));
      const aside = ASIDE.includes(kind) && !ASIDE.includes(kinds[0]);
      return aside ? el('details', {}, el('summary', {}, title), listed) : el('section', {}, el('h2', {}, title), listed);
    }),
  );
  /** @param {End} chosen */
  const mark = (chosen) => {
    for (const [end, one] of links) {
      if (end === chosen) one.setAttribute('aria-current', 'true');
      else one.removeAttribute('aria-current');
    }
    const found = links.get(chosen);
    const details = found?.closest('details');
    if (details) details.open = true;
    if (found) scrolledTo(found, found);
  };
  return { element, mark };
}

/** @param {Access} access @param {End} end */
function endLink(access, end) {
  const [best] = end.paths;
  const asides = [
    end.paths.length > 1 && counted(end.paths.length, 'way'),
    best.flow !== 'explicit' && best.flow,
    best.confidence === 'possible' && 'possible',
    !end.always && `only if ${[...new Set(best.conditions.map(conditionText))].join(', ')}`,
  ];
  const { sink } = best;
  // What has no name of its own is named by its line; the folders would only fill the column.
  const named = sink.routes.length || sink.columns.length || sink.channel !== null;
  const all = named ? end.names : [`${baseName(sink.file)}:${sink.line}`];
  const names = all.length > 4 ? [...all.slice(0, 3), `and ${all.length - 3} more`] : all;
  return link(
    { access: access.id, path: best.number + 1 },
    names.map((name) => el('span', { class: 'name', title: named ? null : end.names[0] }, breakable(name))),
    el('span', { class: 'chips' }, end.state && chip('shown', end.state, `${REPORT.called}: `), dim(asides.filter(Boolean).join(' · '))),
  );
}

/** @param {Condition} condition */
function conditionText(condition) {
  return condition.kind === 'env' ? `${condition.name} is set` : `${condition.name} is written`;
}
