// Prints, for every file named on stdin (one path a line), one JSON line with what TypeScript's own parser sees:
//   { path, errors, calls: [[kind, start, end, calleeStart, calleeEnd]], texts: [[start, end]] }
// Offsets are bytes. `texts` are the insides of strings, templates, regular expressions and JSX text, and comments.
// Usage: node reference.cjs <folder of the typescript package>
"use strict";
const fs = require("fs");
const ts = require(process.argv[2]);

const KINDS = { ".tsx": ts.ScriptKind.TSX, ".jsx": ts.ScriptKind.JSX, ".js": ts.ScriptKind.JSX,
  ".mjs": ts.ScriptKind.JSX, ".cjs": ts.ScriptKind.JSX };

function byteOffsets(text) {
  if (!/[^\x00-\x7f]/.test(text)) return (at) => at;
  const bytes = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    bytes[i] = count;
    const unit = text.charCodeAt(i);
    const high = unit >= 0xd800 && unit < 0xdc00;
    count += unit < 0x80 ? 1 : unit < 0x800 ? 2 : high || (unit >= 0xdc00 && unit < 0xe000) ? 2 : 3;
  }
  bytes[text.length] = count;
  return (at) => bytes[at];
}

function kindOf(node) {
  if (ts.isNewExpression(node)) return "new";
  if (ts.isTaggedTemplateExpression(node)) return "tag";
  if (!ts.isCallExpression(node)) return "";
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return "import";
  return node.expression.kind === ts.SyntaxKind.SuperKeyword ? "super" : "call";
}

const isType = (node) =>
  (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) ||
  ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

const isText = (node) =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) || ts.isTemplateTail(node) || ts.isRegularExpressionLiteral(node) || ts.isJsxText(node);

function survey(path) {
  const text = fs.readFileSync(path, "utf8");
  const kind = KINDS[(path.match(/\.\w+$/) || [""])[0]] ?? ts.ScriptKind.TS;
  const module = (made) => { made.externalModuleIndicator = true; }; // `await` is a keyword
  const options = { languageVersion: ts.ScriptTarget.Latest, setExternalModuleIndicator: module };
  const file = ts.createSourceFile(path, text, options, false, kind);
  const at = byteOffsets(text);
  const calls = [], texts = [], todo = [file];
  while (todo.length) {
    const node = todo.pop();
    if (isText(node)) texts.push([at(node.getStart(file)), at(node.end)]);
    const call = kindOf(node);
    if (call) {
      const callee = node.expression ?? node.tag;
      calls.push([call, at(node.getStart(file)), at(node.end), at(callee.getStart(file)), at(callee.end)]);
    }
    ts.forEachChild(node, (child) => { if (!isType(child)) todo.push(child); });
  }
  return { path, errors: file.parseDiagnostics.length, calls, texts };
}

for (const path of fs.readFileSync(0, "utf8").split("\n").filter(Boolean))
  process.stdout.write(JSON.stringify(survey(path)) + "\n");
