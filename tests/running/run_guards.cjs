// Runs programs with guards: `node run_guards.cjs TYPESCRIPT FOLDER` prints for each file how often its handler has asked the
// service, and how often for a row that was flagged. The rows are other ones each time; a small drizzle gives them.
const fs = require('node:fs');
const path = require('node:path');
const Module = require('node:module');

const ts = require(process.argv[2]);
const folder = path.resolve(process.argv[3]);
const ROUNDS = 250;
const compilerOptions = { module: 'commonjs', target: 'es2022', esModuleInterop: true };

require.extensions['.ts'] = (module, file) => {
  const made = ts.transpileModule(fs.readFileSync(file, 'utf8'), { reportDiagnostics: true, compilerOptions });
  if (made.diagnostics.length) throw new Error(ts.flattenDiagnosticMessageText(made.diagnostics[0].messageText, ' '));
  module._compile(made.outputText, file);
};

let rows = [];
let asked = [];
let handler;

/** What a column, a condition or a constant is for a row; null: unknown, as in SQL. */
const value = (it, row) => (it?.column ? row[it.column] : typeof it === 'function' ? it(row) : it) ?? null;
const compared = (compare) => (one, other) => (row) => {
  const [left, right] = [value(one, row), value(other, row)];
  return left === null || right === null ? null : compare(left, right);
};
const joined = (ends) => (...conditions) => {
  const given = conditions.filter((one) => one !== undefined);
  if (!given.length) return undefined;
  return (row) => {
    const all = given.map((one) => value(one, row));
    return all.includes(ends) ? ends : all.includes(null) ? null : !ends;
  };
};
const negated = (it) => (row) => (value(it, row) === null ? null : !value(it, row));
const conditions = {
  eq: compared((one, other) => one === other),
  ne: compared((one, other) => one !== other),
  gt: compared((one, other) => one > other),
  inArray: compared((one, others) => others.includes(one)),
  isNull: (it) => (row) => value(it, row) === null,
  isNotNull: (it) => (row) => value(it, row) !== null,
  not: negated,
  and: joined(false),
  or: joined(true),
};
const select = (projection) => {
  let condition;
  let most = Infinity;
  const given = (row) =>
    projection ? Object.fromEntries(Object.entries(projection).map(([key, it]) => [key, value(it, row)])) : { ...row };
  const query = {
    from: () => query,
    where: (one) => ((condition = one), query),
    limit: (count) => ((most = count), query),
    then: (done, failed) => {
      const found = rows.filter((row) => condition === undefined || value(condition, row) === true).slice(0, most);
      return Promise.resolve(found.map(given)).then(done, failed);
    },
  };
  return query;
};
const column = (name) => ({ column: name, primaryKey: () => column(name) });
const modules = {
  express: { Router: () => ({ get: (_path, given) => (handler = given) }) },
  '@acme/client': { getItem: async (number) => asked.push(number) },
  'drizzle-orm': conditions,
  'drizzle-orm/node-postgres': { drizzle: () => ({ select }) },
  'drizzle-orm/pg-core': { boolean: column, integer: column, text: column, pgTable: (_name, columns) => columns },
};
const load = Module._load;
Module._load = (name, ...rest) => modules[name] ?? load(name, ...rest);

const one = (list) => list[Math.floor(Math.random() * list.length)];

async function run(file) {
  require(file);
  const found = { calls: 0, flagged: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    rows = [1, 2, 3, 4].map((id) => ({
      id, remote: 100 + id, title: one([null, 't1', 't2']), withheld: one([true, true, false, false, null]),
    }));
    asked = [];
    await handler({ params: { id: String(1 + (round % 4)) } }, { json() {} }).catch(() => undefined);
    await new Promise((done) => setImmediate(done)); // what nobody waits for asks, too
    const about = asked.flatMap((number) => rows.filter((row) => row.id === number % 100));
    found.calls += about.length;
    found.flagged += about.filter((row) => row.withheld === true).length;
  }
  return found;
}

(async () => {
  for (const name of fs.readdirSync(folder).filter((each) => /^p\d+\.ts$/.test(each))) {
    const found = await run(path.join(folder, name)).catch((error) => String(error));
    console.log(JSON.stringify([name, found]));
  }
})();
