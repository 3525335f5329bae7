// What is known of an access beside its paths.

/** @param {Access} access */
function accessHead(access) {
  const verbs = /** @type {Record<string, string>} */ ({ call: 'called in', reference: 'passed on in', request: 'requested in', database: 'opened in' });
  return el(
    'header',
    { class: 'head' },
    el('h1', {}, link({ subject: access.subject }, access.subject), dim(` ${verbs[access.kind] ?? 'in'} `), access.function),
    el('p', { class: 'line' }, place(access.file, access.line), dim([access.scope, access.language, access.wrapper && 'wrapper', access.label && `“${access.label}”`].filter(Boolean).join(' · '))),
    accessFacts(access),
  );
}

/** @param {Access} access */
function accessFacts(access) {
  return facts([
    ['Reach', [chip('reach', access.reach), access.reach && dim(` ${WORDS.reach[access.reach].means}`)]],
    ['Gate', gateOf(access)],
    ['Keyed by', keysOfAccess(access)],
    ['Decision', decisionsShown(decisionsOf(access), exemptOf(access), access.decided)],
    ['Group', access.group && link({ group: access.group }, access.group)],
    ['Through', access.through.length ? evidenceList(access.through) : null],
    ['Lost from sight', escapesOf(access)],
  ]);
}

/** @param {Access} access */
function gateOf(access) {
  const { gate } = access;
  if (gate === null) return chip('gate', null);
  const chains = () => el('ul', { class: 'evidence' }, gate.chains.map((one) => el('li', {}, place(one.file, one.line), ' ', el('code', {}, one.function), ' ', chip('gate', one.state), ' ', prose(one.note))));
  return [
    chip('gate', gate.state),
    dim(` ${WORDS.gate[gate.state]?.means ?? ''}`),
    evidenceList(gate.evidence),
    gate.defects.length ? el('ul', { class: 'evidence' }, gate.defects.map((one) => el('li', {}, chip('state', 'warning', '', one.kind), ' ', place(one.file, one.line), ' ', prose(one.note)))) : null,
    gate.chains.length ? folded(counted(gate.chains.length, 'chain of callers', 'chains of callers'), chains) : null,
  ];
}

/** @param {Access} access */
function keysOfAccess(access) {
  if (access.keyed_by.length === 0) return dim(REPORT.accesses.some((one) => one.keyed_by.length) ? 'nothing found' : NOT_COMPUTED);
  return access.keyed_by.map(({ kind, column, evidence: [first, ...others] }) => el(
    'div',
    {},
    ...[kind, column && ' ', column && el('code', {}, column)],
    ...(first ? [' ', place(first.file, first.line), dim(` ${first.note}`)] : []),
    others.length ? folded(`and ${others.length} more`, () => evidenceList(others)) : null,
  ));
}

/** @param {Access} access */
function exemptOf(access) {
  return REPORT.subjects.find((one) => one.id === access.subject)?.exempt ?? null;
}

/** @param {Decision[]} decisions @param {string | null} exempt @param {string} otherwise */
function decisionsShown(decisions, exempt, otherwise) {
  if (decisions.length) return decisions.map(decisionShown);
  return exempt ? [dim('exempt: '), exempt] : dim(otherwise);
}

/** @param {Decision} decision */
function decisionShown(decision) {
  const dates = [decision.review_by && `review by ${decision.review_by}`, decision.due && `due ${decision.due}`].filter(Boolean);
  return el(
    'div',
    { class: 'decision' },
    el('strong', {}, decision.decision),
    dim(` ${[decision.state, `${decision.decided_by}, ${decision.decided_on}`, ...dates].join(' · ')} `),
    el('span', { class: 'place' }, decision.file),
    el('p', { class: 'prose' }, decision.reason),
    decision.changed.length ? el('ul', { class: 'evidence' }, decision.changed.map((one) => el('li', {}, one))) : null,
  );
}

/** @param {Access} access */
function escapesOf(access) {
  if (access.escapes.length === 0) return null;
  const listed = () => el('ul', { class: 'evidence' }, access.escapes.map((one) => el('li', {}, place(one.file, one.line), ` ${one.reason}: ${one.note}`)));
  return folded(counted(access.escapes.length, 'place'), listed);
}

/** @param {Recommendation | null} proposal */
function proposalOf(proposal) {
  if (proposal === null) return dim(NOT_COMPUTED);
  return [
    proposal.decision === null ? dim('cannot be said') : el('strong', {}, proposal.decision),
    el('ul', { class: 'evidence' }, proposal.because.map((one) => el('li', {}, one))),
    evidenceList(proposal.places),
  ];
}
