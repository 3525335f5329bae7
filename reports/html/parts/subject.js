// One subject, or one group: what people decide about.

/** @param {Subject} subject */
function subjectView(subject) {
  const mine = REPORT.accesses.filter((access) => access.subject === subject.id);
  return el(
    'article',
    { class: 'sheet' },
    el('h1', {}, subject.id),
    el('p', { class: 'line' }, subject.defined_at && place(subject.defined_at.file, subject.defined_at.line), dim([subject.origin, subject.kind].join(' · '))),
    facts([
      ['Carries', subject.carries ?? dim('not stated')],
      ['Reach', [chip('reach', subject.reach), subject.reach && dim(` ${WORDS.reach[subject.reach].means}`)]],
      [`F${REPORT.called.slice(1)}`, flaggedOf(subject)],
      ['Gate', [chip('gate', subject.gate), subject.gate && dim(` ${WORDS.gate[subject.gate].means}`)]],
      ['In the client', subject.kind === 'export' ? subject.protection : null],
      ['Endpoints', subject.endpoints.map((one) => el('div', {}, el('code', {}, one)))],
      ['Proposal', proposalOf(subject.recommendation)],
      ['Decision', decisionsShown(subject.decisions, subject.exempt, rowOf('subject', subject.id)?.decision ?? 'none on record')],
      ['To record one', recordOf(rowOf('subject', subject.id))],
      ['In the service', serverOf(subject.server)],
    ]),
    placesOf(rowOf('subject', subject.id)),
    section('Accesses', accessTable(mine)),
  );
}

/** Where people see what is reached; a click walks the path there. @param {Row | undefined} row */
function placesOf(row) {
  if (!row?.places.length) return null;
  const stored = row.places.some((place) => place.columns.length);
  const heads = ['Shown at', `F${REPORT.called.slice(1)}`, ...(stored ? ['By the columns'] : []), 'Accessed in'];
  return section('Shown to people', table(heads, row.places.map((one) => {
    const access = ACCESSES.get(one.access);
    return [
      link({ access: one.access, path: one.path + 1 }, breakable(one.name)),
      chip('shown', one.state[0], '', one.state[1]),
      ...(stored ? [one.columns.join(', ')] : []),
      access && [access.function, ' ', dim(`${baseName(access.file)}:${access.line}`)],
    ];
  })));
}

/** The command that records a decision. @param {Row | undefined} row */
function recordOf(row) {
  return row?.record ? el('code', {}, row.record) : null;
}

/** @param {string} is @param {string} id */
function rowOf(is, id) {
  return [...REPORT.rows, ...REPORT.others].find((row) => row.is === is && row.id === id);
}

/** @param {Subject} subject */
function flaggedOf(subject) {
  const row = rowOf('subject', subject.id);
  const state = row ? row.flagged[0] : subject.flagged;
  return [chip('flagged', state, '', row?.flagged[1]), state && dim(` ${WORDS.flagged[state].means}`)];
}

/** @param {Server | null} server */
function serverOf(server) {
  if (server === null) return dim(NOT_COMPUTED);
  const claims = Object.entries(server.claims).map(([claim, state]) => el('div', {}, chip('state', state), ` ${claim}`));
  const reaches = Object.entries(server.reaches).map(([kind, places]) => folded(`${kind}: ${counted(places.length, 'place')}`, () => el(
    'ul',
    { class: 'evidence' },
    places.map((one) => el('li', {}, el('span', { class: 'place' }, `${one.file}:${one.line}`), dim(one.chain.length ? ` by ${one.chain.map((hop) => hop.function).join(' → ')}` : ''))),
  )));
  return [
    el('div', {}, `route ${server.route}`, server.commit && ` at ${server.commit.slice(0, 8)}`, server.handler && [', ', el('code', {}, server.handler)], server.at && [' ', el('span', { class: 'place' }, `${server.at.file}:${server.at.line}`)]),
    ...claims,
    ...reaches,
    server.when.length ? el('div', {}, `when ${server.when.join('; ')}`) : null,
    server.unresolved.length ? folded(`${counted(server.unresolved.length, 'place')} not followed`, () => evidenceList(server.unresolved)) : null,
  ];
}

/** @param {Group} group */
function groupView(group) {
  const mine = group.accesses.flatMap((id) => ACCESSES.get(id) ?? []);
  const options = group.options.map((one) => el('div', {}, el('strong', {}, one.decision), el('ul', { class: 'evidence' }, one.needs.map((need) => el('li', {}, need)))));
  return el(
    'article',
    { class: 'sheet' },
    el('h1', {}, group.id),
    el('p', { class: 'line' }, group.title),
    facts([
      ['Proposal', proposalOf(group.recommendation)],
      ['Ways to decide', options],
      ['Decision', decisionsShown(group.decisions, null, rowOf('group', group.id)?.decision ?? 'none on record')],
      ['To record one', recordOf(rowOf('group', group.id))],
    ]),
    placesOf(rowOf('group', group.id)),
    section('Accesses', accessTable(mine)),
  );
}

/** @param {Access[]} accesses */
function accessTable(accesses) {
  if (accesses.length === 0) return el('p', { class: 'dim' }, 'none in this checkout');
  return table(['Access', 'Place', 'Scope', 'Reach', 'Gate', 'Decision'], accesses.map((access) => [
    link({ access: access.id }, access.function),
    place(access.file, access.line),
    access.scope,
    chip('reach', access.reach),
    chip('gate', access.gate?.state ?? null),
    access.decided,
  ]));
}
