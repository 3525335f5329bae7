// What the states mean, in sentences. The states themselves are those of the report.

/** @type {Record<string, Record<string, {tone: string, means: string}>>} */
const WORDS = {
  reach: {
    renders: { tone: 'bad', means: 'what comes back is shown to people' },
    escapes: { tone: 'lost', means: 'what comes back was lost from sight: it may be shown' },
    stores: { tone: 'warn', means: 'what comes back is stored, and no reader was found' },
    decides: { tone: 'info', means: 'what comes back only decides something' },
    contained: { tone: 'good', means: 'what comes back goes nowhere' },
    unreachable: { tone: 'mute', means: 'no entry of the code leads to this place' },
  },
  gate: {
    none: { tone: 'bad', means: 'nothing keeps flagged rows away' },
    unarmed: { tone: 'bad', means: 'there is a gate, and nobody passes the flag' },
    late: { tone: 'bad', means: 'the flag is looked at after the access, or behind a cache' },
    forced: { tone: 'bad', means: 'the gate is passed by on purpose' },
    partly: { tone: 'warn', means: 'some chains of callers pass the flag, some do not' },
    argument: { tone: 'good', means: 'the flag is passed' },
    guard: { tone: 'good', means: 'a check of the flag stands before it' },
    filter: { tone: 'good', means: 'the rows are selected without flagged ones' },
  },
  shown: {
    live: { tone: 'bad', means: 'data of a flagged row is shown' },
    env: { tone: 'warn', means: 'data of a flagged row is shown once a variable is set' },
    dormant: { tone: 'warn', means: 'data of a flagged row would be shown once a column is written' },
    unknown: { tone: 'lost', means: 'whether data of a flagged row can be shown is not known' },
    no: { tone: 'good', means: 'no data of a flagged row is shown' },
  },
  flagged: {
    yes: { tone: 'bad', means: 'data of a flagged row can be shown' },
    unknown: { tone: 'lost', means: 'whether data of a flagged row can be shown is not known' },
    no: { tone: 'good', means: 'no data of a flagged row is shown' },
  },
  state: {
    met: { tone: 'bad', means: 'the condition is met' },
    'not-met': { tone: 'good', means: 'the condition is not met' },
    dormant: { tone: 'warn', means: 'it would be met as soon as something is switched on or written' },
    holds: { tone: 'good', means: 'the reason holds today' },
    'no-longer': { tone: 'bad', means: 'the reason held and does no longer' },
    'never-held': { tone: 'bad', means: 'the reason was never true' },
    'cannot-check': { tone: 'lost', means: 'the code does not tell' },
    unknown: { tone: 'lost', means: 'the code does not tell' },
    error: { tone: 'bad', means: 'fails the check' },
    warning: { tone: 'warn', means: 'does not fail the check' },
    note: { tone: 'info', means: 'for information' },
    proven: { tone: 'good', means: "the service's code bears it out" },
    refuted: { tone: 'bad', means: "the service's code contradicts it" },
    partly: { tone: 'warn', means: 'it holds in part' },
  },
};

const NOT_COMPUTED = 'not computed';

/** Kinds of sinks, in the order in which they matter to people. */
const KINDS = ['http', 'view', 'message', 'database', 'file', 'request', 'log', 'control'];

/** @type {Record<string, string>} */
const KIND_TITLES = {
  http: 'Routes',
  view: 'Pages',
  message: 'Messages',
  database: 'Stored in',
  file: 'Files',
  request: 'Sent on',
  log: 'Logged',
  control: 'Decides at',
};

/** @type {Record<string, string>} */
const FLOWS = {
  explicit: 'the value itself',
  argument: 'the value asks for something else, and that is shown',
  implicit: 'the value only decides',
};

/** @param {number} number @param {string} one @param {string} [many] */
function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** @param {string} file */
function baseName(file) {
  return file.slice(file.lastIndexOf('/') + 1);
}
