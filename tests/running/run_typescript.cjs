// Runs programs: `node run_typescript.cjs TYPESCRIPT FOLDER` prints for each file what of the item its handler has answered, or why
// it could not. The client gives an item whose texts say what they are.
const fs = require('node:fs');
const path = require('node:path');
const Module = require('node:module');

const ts = require(process.argv[2]);
const folder = path.resolve(process.argv[3]);
const ITEM = { id: 7, title: 'QTITLE', artist: 'QARTIST', tags: ['QTAGS'], cover: { url: 'QURL', size: 'QSIZE' } };
const compilerOptions = { module: 'commonjs', target: 'es2022', esModuleInterop: true };

require.extensions['.ts'] = (module, file) => {
  const made = ts.transpileModule(fs.readFileSync(file, 'utf8'), { reportDiagnostics: true, compilerOptions });
  if (made.diagnostics.length) throw new Error(ts.flattenDiagnosticMessageText(made.diagnostics[0].messageText, ' '));
  module._compile(made.outputText, file);
};

let handler;
const express = { Router: () => ({ get: (_path, given) => (handler = given) }) };
const load = Module._load;
Module._load = (name, ...rest) => {
  if (name === 'express') return express;
  if (name === '@acme/client') return { getItem: async () => structuredClone(ITEM) };
  return load(name, ...rest);
};

async function answered(file) {
  require(file);
  let text = '';
  const json = (body) => (text += JSON.stringify(body));
  const res = { json, send: json, status: () => res };
  await handler({ params: { id: '1' } }, res);
  return [...new Set(text.toUpperCase().match(/Q(TITLE|ARTIST|TAGS|URL|SIZE)/g))];
}

(async () => {
  for (const name of fs.readdirSync(folder).filter((one) => /^p\d+\.ts$/.test(one))) {
    const found = await answered(path.join(folder, name)).catch((error) => String(error));
    console.log(JSON.stringify([name, found]));
  }
})();
