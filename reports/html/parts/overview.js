// What is shown before anything is chosen: the answer for each subject, and everything that belongs to no access.

function overview() {
  return el(
    'article',
    { class: 'sheet' },
    el('h1', {}, REPORT.title),
    el('p', { class: 'line' }, dim(`${REPORT.checkout} · rules ${REPORT.rules} · ${REPORT.tool}`)),
    el('p', {}, `${REPORT.found}.`),
    subjectTable(),
    groupTable(),
    reasons(),
    triggerList(),
    findingList(),
    differences(),
    whatWasRead(),
  );
}

function subjectTable() {
  const heads = ['Subject', 'Accesses', 'Carries', 'Reach', 'Flagged row shown', 'Gate', 'Proposal', 'Decision'];
  return table(heads, REPORT.subjects.map((subject) => {
    const mine = REPORT.accesses.filter((access) => access.subject === subject.id && access.scope === 'production' && !access.wrapper);
    const empty = mine.length === 0;
    return [
      [link({ subject: subject.id }, subject.id), dim(` ${subject.origin}`)],
      mine.length,
      subject.carries ?? dim('–'),
      empty ? dim('–') : chip('reach', subject.reach),
      empty ? dim('–') : chip('flagged', subject.flagged),
      empty ? dim('–') : chip('gate', subject.gate),
      empty ? dim('–') : shortProposal(subject.recommendation),
      shortDecision(subject.decisions, subject.exempt),
    ];
  }));
}

/** @param {Recommendation | null} proposal */
function shortProposal(proposal) {
  if (proposal === null) return dim(NOT_COMPUTED);
  return proposal.decision ?? dim('cannot be said');
}

/** @param {Decision[]} decisions @param {string | null} exempt */
function shortDecision(decisions, exempt) {
  if (decisions.length) return [...new Set(decisions.map((one) => one.decision))].join(', ');
  return dim(exempt ? 'exempt' : NO_DECISION);
}

function groupTable() {
  if (REPORT.groups.length === 0) return null;
  const rows = REPORT.groups.map((group) => [
    [link({ group: group.id }, group.id), dim(` ${group.title}`)],
    group.accesses.length,
    shortProposal(group.recommendation),
    shortDecision(group.decisions, null),
  ]);
  return section('Decided together', table(['Group', 'Accesses', 'Proposal', 'Decision'], rows));
}

/** @param {string[]} heads @param {(Child | Child[])[][]} rows */
function table(heads, rows) {
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col', class: head === 'Accesses' && 'number' }, head)))),
    el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell) => el('td', { class: typeof cell === 'number' && 'number' }, cell))))),
  );
}

/** @param {string} title @param {...(Child | Child[])} content */
function section(title, ...content) {
  return el('section', {}, el('h2', {}, title), ...content);
}

function reasons() {
  if (REPORT.grounds.length === 0) return null;
  return section('Do the reasons still hold?', REPORT.grounds.map((one) => el(
    'div',
    { class: 'item' },
    el('p', {}, chip('state', one.state), ' ', el('q', {}, one.quote), dim(` ${one.id} · ${one.source}`)),
    evidenceList(one.evidence),
  )));
}

function triggerList() {
  if (REPORT.triggers.length === 0) return null;
  return section('Triggers', REPORT.triggers.map((one) => el(
    'div',
    { class: 'item' },
    el('p', {}, chip('state', one.state), ' ', el('code', {}, one.id)),
    evidenceList(one.evidence),
    one.confirm && el('pre', { tabindex: 0, 'aria-label': 'Query that confirms it' }, one.confirm),
  )));
}

function findingList() {
  if (REPORT.findings.length === 0) return null;
  return section('Findings', REPORT.findings.map((one) => el(
    'div',
    { class: 'item' },
    el('p', {}, chip('state', one.level), ` ${one.rule}: ${one.message} `, place(one.file, one.line), one.access && ACCESSES.has(one.access) && [' ', link({ access: one.access }, 'open')]),
    one.help && el('p', { class: 'dim' }, one.help),
  )));
}

function differences() {
  if (REPORT.drift.length === 0) return null;
  return section('What is said and what the code does', el('ul', { class: 'evidence' }, REPORT.drift.map((one) => el('li', {}, place(one.file, one.line), ` ${one.note}`))));
}

function whatWasRead() {
  const { coverage } = REPORT;
  const rejected = coverage.look_alikes.length + coverage.look_alikes_unlisted;
  return section(
    'What was read',
    el('p', {}, `${counted(coverage.files, 'file')}; ${coverage.parsed.toLocaleString('en')} had to be parsed. `, coverage.unread.length ? '' : 'Everything that matters was read and followed.'),
    coverage.unread.length ? el('ul', { class: 'evidence' }, coverage.unread.map(([where, why]) => el('li', {}, el('span', { class: 'place' }, where), ` ${why}`))) : null,
    coverage.elsewhere ? el('p', { class: 'dim' }, `${coverage.elsewhere.toLocaleString('en')} not read, out of scope`) : null,
    rejected ? folded(`${counted(rejected, 'look-alike')} rejected`, () => [
      el('ul', { class: 'evidence' }, coverage.look_alikes.map((one) => el('li', {}, place(one.file, one.line), ' ', el('code', {}, one.name), ` is ${one.is}`))),
      coverage.look_alikes_unlisted ? el('p', { class: 'dim' }, `and ${coverage.look_alikes_unlisted.toLocaleString('en')} more`) : null,
    ]) : null,
  );
}
