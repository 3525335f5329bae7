// What is shown before anything is chosen: the answer for each subject, and everything that belongs to no access.

function overview() {
  return el(
    'article',
    { class: 'sheet' },
    el('h1', {}, REPORT.title),
    el('p', { class: 'line' }, dim(`${REPORT.checkout} · rules ${REPORT.rules} · ${REPORT.tool}`)),
    el('p', {}, `${REPORT.found}.`),
    decisionTable(),
    otherTable(),
    gatedTable(),
    reasons(),
    triggerList(),
    findingList(),
    differences(),
    whatWasRead(),
  );
}

function decisionTable() {
  return REPORT.rows.length ? rowTable(REPORT.rows) : el('p', {}, 'No audited export and no group is in this checkout.');
}

function otherTable() {
  return REPORT.others.length ? section('Also reached outside the gate', rowTable(REPORT.others)) : null;
}

/** @param {Row[]} rows */
function rowTable(rows) {
  const asked = rows.some((row) => row.server);
  const heads = ['Subject', 'Accesses', 'Carries', 'Shown at', `F${REPORT.called.slice(1)} possible`, 'Gate before it', ...(asked ? ["The service's own code"] : []), 'Proposal', 'Decision'];
  return table(heads, rows.map((row) => [
    [row.is === 'group' && dim('group '), link({ [row.is]: row.id }, breakable(row.id))],
    row.accesses,
    row.carries || dim('not stated'),
    el('span', { class: 'names' }, breakable(row.shown)),
    row.accesses ? chip('flagged', row.flagged[0], '', row.flagged[1]) : dim(row.flagged[1]),
    row.accesses ? chip('gate', row.gate[0], '', row.gate[1]) : '',
    ...(asked ? [el('span', { class: 'names' }, row.server || dim('not asked'))] : []),
    row.proposal,
    row.decision,
  ]));
}

function gatedTable() {
  const gated = REPORT.subjects.filter((subject) => subject.origin === 'gated');
  if (gated.length === 0) return null;
  const rows = gated.map((subject) => [
    link({ subject: subject.id }, subject.id),
    subject.counted,
    subject.carries ?? dim('not stated'),
    chip('reach', subject.reach),
    chip('gate', subject.gate),
  ]);
  return section('Through the gate', REPORT.through && el('p', {}, `${REPORT.through}.`), table(['Subject', 'Accesses', 'Carries', 'Reach', 'Weakest gate'], rows));
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
    el('p', {}, chip('state', one.state, '', one.says), ' ', el('q', {}, one.quote), dim(` ${one.id} · ${one.source}`)),
    evidenceList(one.evidence),
  )));
}

function triggerList() {
  if (REPORT.triggers.length === 0) return null;
  return section('Triggers', REPORT.triggers.map((one) => el(
    'div',
    { class: 'item' },
    el('p', {}, chip('state', one.state, '', one.says), ' ', el('code', {}, one.id)),
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
  return section('What is said and what the code does', el('ul', { class: 'evidence' }, REPORT.drift.map((one) => el('li', {}, place(one.file, one.line), ' ', prose(one.note)))));
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
