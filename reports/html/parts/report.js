// The report that this page carries, and the questions that the page asks of it.

/** @type {ReportData} */
const REPORT = JSON.parse(byId('report').textContent ?? '');

for (const kind of Object.values(WORDS)) {
  for (const word of Object.values(kind)) word.means = word.means.replace('flagged row', REPORT.called);
}

/** @type {Map<string, Access>} */
const ACCESSES = new Map(REPORT.accesses.map((access) => [access.id, access]));

/** @param {Access} access @param {number} number @returns {Path} */
function pathOf(access, number) {
  const [sink, flow, confidence, flagged, state, conditions, stored, guard, fields, leaf] = access.paths[number];
  return {
    number,
    sink: REPORT.sinks[sink],
    flow,
    confidence,
    flagged: flagged === null ? null : REPORT.flagged[flagged],
    state,
    conditions: REPORT.conditions[conditions],
    stored_in: REPORT.lists[stored],
    guard: guard === null ? null : REPORT.guards[guard],
    fields: REPORT.lists[fields],
    leaf,
  };
}

/** The numbers of the steps from the access to the sink. @param {number} leaf @returns {number[]} */
function stepsOf(leaf) {
  const steps = [];
  for (let node = leaf; node >= 0; node = REPORT.up[node] ? node - REPORT.up[node] : -1) steps.push(REPORT.at[node]);
  return steps.reverse();
}

/** @param {number} number @returns {Step} */
function stepAt(number) {
  const [file, line, column, note] = REPORT.steps.slice(number * 4, number * 4 + 4);
  return { number, file: REPORT.files[file], line, column, note: REPORT.notes[note] };
}

/** The code of a line, null where the report does not carry it. @param {string} file @param {number} line */
function codeAt(file, line) {
  return REPORT.excerpts[file]?.[line] ?? null;
}

/** @type {Map<string, End[]>} */
const ENDS = new Map();

/** Where the results of an access end, the most visible first. @param {Access} access @returns {End[]} */
function endsOf(access) {
  const known = ENDS.get(access.id);
  if (known) return known;
  /** @type {Map<string, End>} */
  const ends = new Map();
  for (let number = 0; number < access.paths.length; number += 1) {
    const path = pathOf(access, number);
    const names = namesOf(path.sink);
    const key = JSON.stringify([path.sink.kind, names]);
    const end = ends.get(key) ?? { kind: path.sink.kind, names, paths: [], state: null, always: false };
    end.paths.push(path);
    ends.set(key, end);
  }
  const sorted = [...ends.values()].map(settled).sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || weightOf(a.paths[0]) - weightOf(b.paths[0]),
  );
  ENDS.set(access.id, sorted);
  return sorted;
}

/** @param {Sink} sink @returns {string[]} */
function namesOf(sink) {
  if (sink.routes.length) return sink.routes;
  if (sink.columns.length) return sink.columns;
  return [sink.channel ?? `${sink.file}:${sink.line}`];
}

/** The end with its paths in the order in which they are walked: the worst first, then the plainest. @param {End} end */
function settled(end) {
  const length = new Map(end.paths.map((path) => [path, stepsOf(path.leaf).length]));
  end.paths.sort((a, b) => weightOf(a) - weightOf(b) || (length.get(a) ?? 0) - (length.get(b) ?? 0));
  end.state = end.paths[0].state;
  end.always = end.paths.some((path) => path.conditions.length === 0);
  return end;
}

const FLOW_ORDER = ['explicit', 'argument', 'implicit'];

const STATE_ORDER = Object.keys(WORDS.shown);

/** @param {Path} path */
function weightOf(path) {
  const state = path.state === null ? STATE_ORDER.length : STATE_ORDER.indexOf(path.state);
  return state * 16 + FLOW_ORDER.indexOf(path.flow) * 4 + (path.confidence === 'proven' ? 0 : 2) + (path.conditions.length ? 1 : 0);
}

/** The decisions that cover an access. @param {Access} access @returns {Decision[]} */
function decisionsOf(access) {
  const subject = REPORT.subjects.find((one) => one.id === access.subject);
  const group = REPORT.groups.find((one) => one.id === access.group);
  return [...(group?.decisions ?? []), ...(subject?.decisions ?? [])].filter((one) => one.covers.includes(access.id));
}
