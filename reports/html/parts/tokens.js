// A line of TypeScript, JavaScript or Python in coloured pieces. The pieces always make up the line; a line that
// begins inside of a comment or a string is coloured wrongly, and nothing worse.

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>//.*|/\*.*?(?:\*/|$)|#(?=\s|!).*|^\s*\*(?:\s.*|/.*)?$)`,
    String.raw`(?<string>"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|${'`'}(?:[^${'`'}\\]|\\.)*${'`'}?)`,
    String.raw`(?<number>\b\d[\w.]*)`,
    String.raw`(?<word>[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*)`,
  ].join('|'),
  'y',
);

const KEYWORDS = new Set(
  ('abstract and as async await break case catch class const continue def default delete do elif else enum except ' +
    'export extends False false finally for from function global if implements import in instanceof interface is ' +
    'lambda let new None not null of or pass private protected public raise readonly return satisfies static super ' +
    'switch this throw True true try type typeof undefined var void while with yield').split(' '),
);
const LONGEST = 2000;

/** @typedef {{kind: string, text: string, at: number}} Token */

/** @param {string} line @returns {Token[]} */
function tokensOf(line) {
  if (line.length > LONGEST) return [{ kind: '', text: line, at: 0 }];
  const tokens = /** @type {Token[]} */ ([]);
  let at = 0;
  let plain = 0;
  while (at < line.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(line);
    if (!found || !found[0]) {
      at += 1;
      continue;
    }
    if (plain < at) tokens.push({ kind: '', text: line.slice(plain, at), at: plain });
    tokens.push({ kind: kindOf(found, line), text: found[0], at });
    at += found[0].length;
    plain = at;
  }
  if (plain < at) tokens.push({ kind: '', text: line.slice(plain), at: plain });
  return tokens;
}

/** @param {RegExpExecArray} found @param {string} line */
function kindOf(found, line) {
  const { comment, string, number } = found.groups ?? {};
  if (comment !== undefined) return 'comment';
  if (string !== undefined) return 'string';
  if (number !== undefined) return 'number';
  if (KEYWORDS.has(found[0])) return 'keyword';
  return line[found.index + found[0].length] === '(' ? 'call' : 'name';
}

const LEAD = 24;

/**
 * The line without its indentation, and what stands at the column marked. What stands far before it is the lead,
 * which gives way where there is no room for all.
 * @param {string} line @param {number} column 1-based
 */
function codeLine(line, column) {
  const indent = line.length - line.trimStart().length;
  const at = column - 1 - indent;
  const lead = el('span', { class: 'lead' });
  const code = el('code', { class: 'code' }, lead);
  for (const token of tokensOf(line.trimStart())) {
    const into = token.at + token.text.length < at - LEAD ? lead : code;
    into.append(...pieces(token, at - token.at));
  }
  return code;
}

/** @param {Token} token @param {number} from where in it the mark begins */
function pieces({ text, kind }, from) {
  const marked = from >= 0 && from < text.length && text.trim() !== '';
  if (!marked || kind !== '') return [piece(text, kind, marked)];
  return [piece(text.slice(0, from), '', false), piece(text.slice(from, from + 1), '', true), piece(text.slice(from + 1), '', false)];
}

/** @param {string} text @param {string} kind @param {boolean} marked */
function piece(text, kind, marked) {
  if (!kind && !marked) return document.createTextNode(text);
  return el(marked ? 'mark' : 'span', { class: kind && `t-${kind}` }, text);
}
