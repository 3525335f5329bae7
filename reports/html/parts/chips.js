// States as small marks, and places as text that can be opened.

/**
 * @param {'reach' | 'gate' | 'shown' | 'flagged' | 'state'} kind
 * @param {string | null} value
 * @param {string} [prefix]
 * @param {string} [text] instead of the value
 */
function chip(kind, value, prefix = '', text = value ?? '') {
  if (value === null) return el('span', { class: 'chip', 'data-tone': 'none' }, `${prefix}${NOT_COMPUTED}`);
  const word = WORDS[kind][value];
  return el('span', { class: 'chip', 'data-tone': word?.tone ?? 'info', title: word?.means }, `${prefix}${text}`);
}

/** A sentence, in which names of code stand between backticks. @param {string} text @returns {Child[]} */
function prose(text) {
  const parts = text.split('`');
  return parts.length % 2 ? parts.map((part, at) => (at % 2 ? el('code', {}, part) : part)) : [text];
}

/** @param {string} text */
function dim(text) {
  return el('span', { class: 'dim' }, text);
}

/** A place of the audited code; a link where the audited commit can be looked at. @param {string} file @param {number} line */
function place(file, line) {
  const text = `${file}:${line}`;
  // Where something had to be escaped in the name, it is no longer the name.
  if (REPORT.repository === null || file.includes('\\')) return el('span', { class: 'place' }, breakable(text));
  const path = file.split('/').map(encodeURIComponent).join('/');
  const href = `${REPORT.repository}${path}#L${line}`;
  return el('a', { class: 'place', href, target: '_blank', rel: 'noopener noreferrer' }, breakable(text));
}

/** @param {Evidence[]} evidence */
function evidenceList(evidence) {
  if (evidence.length === 0) return null;
  const listed = (/** @type {Evidence[]} */ some) => el('ul', { class: 'evidence' }, some.map((one) => el('li', {}, place(one.file, one.line), ' ', prose(one.note))));
  if (evidence.length <= MOST_EVIDENCE) return listed(evidence);
  const rest = evidence.slice(MOST_EVIDENCE - 1);
  return el('div', {}, listed(evidence.slice(0, MOST_EVIDENCE - 1)), folded(`and ${rest.length} more`, () => listed(rest)));
}

const MOST_EVIDENCE = 5;

/** A list that is opened when it is asked for. @param {string} title @param {() => Child | Child[]} content */
function folded(title, content) {
  const details = el('details', {}, el('summary', {}, title));
  const fill = () => {
    if (details.childElementCount === 1) details.append(el('div', { class: 'folded', tabindex: 0 }, content()));
  };
  details.addEventListener('toggle', fill);
  FOLDED.set(details, fill);
  return details;
}

/** What a print has to open first. @type {WeakMap<Element, () => void>} */
const FOLDED = new WeakMap();

/** @param {[string, Child | Child[]][]} rows */
function facts(rows) {
  const filledRows = rows.filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && !value.length));
  return el('dl', { class: 'facts' }, filledRows.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}
