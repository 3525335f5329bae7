// case: calls and returns match
function id(x: any) {
  return x;
}
sink(id(source())); // explicit
sink(id(1)); // -

// case: two levels
const wrap = (x: any) => ({ v: x });
const twice = (x: any) => wrap(x);
sink(twice(source()).v); // explicit
sink(twice(1).v); // -
sink(twice(source()).w); // -

// case: born inside goes to every caller
function make() {
  return source();
}
const one = make();
sink(one); // explicit
sink(make()); // explicit

// case: other files
import { make } from './b';
import * as ns from './b';
import again from './c';
sink(make()); // explicit
sink(ns.make()); // explicit
sink(ns.other()); // -
sink(again()); // explicit
// file: b.ts
export function make() { return source(); }
export function other() { return 1; }
// file: c.ts
export { make as default } from './b';

// case: callbacks
function each(rows: any[], f: (row: any) => void) {
  for (const row of rows) f(row);
}
each([source()], (row) => sink(row)); // explicit
each([1], (row) => sink(row)); // -
const retry = async (f: () => Promise<any>) => await f();
const one = await retry(() => source());
sink(one); // explicit
const two = await retry(() => Promise.resolve(1));
sink(two); // -

// case: callback named
async function withRetry(f: any) {
  for (;;) {
    try {
      return await f();
    } catch {}
  }
}
const load = () => source();
const other = () => 1;
sink(await withRetry(load)); // explicit
sink(await withRetry(other)); // -

// case: closures
function f() {
  const v = source();
  const w = 1;
  const show = () => sink(v); // explicit
  const hide = () => sink(w); // -
  show();
  hide();
  return () => v;
}
sink(f()()); // explicit

// case: closures see assignments
function f() {
  let v: any = 1;
  const set = () => { v = source(); };
  set();
  sink(v); // explicit
}
function g() {
  let v: any = 1;
  const set = () => { v = 2; };
  set();
  sink(v); // -
}

// case: factory keeps callers apart
function holder(x: any) {
  return { get: () => x };
}
const a = holder(source());
const b = holder(1);
sink(a.get()); // explicit
sink(b.get()); // -

// case: parameters that are written into
function fill(entry: any, v: any) {
  entry.show = v;
}
const a: any = {}, b: any = {};
fill(a, source());
fill(b, 1);
sink(a.show); // explicit
sink(a.other); // -
sink(b.show); // -

// case: pushed into a parameter
function collect(rows: any[]) {
  rows.push(source());
}
const a: any[] = [], b: any[] = [];
collect(a);
sink(a); // explicit [*]
sink(a.length); // implicit
sink(b.length); // -
sink(b); // -
for (const one of a) sink(one); // explicit

// case: elements written into in a loop
async function attach(entries: any[]) {
  const shows = await source();
  for (const entry of entries) entry.show = shows.get(entry.id);
}
async function f(entries: any[]) {
  await attach(entries);
  sink(entries); // explicit [.].show
}
async function g(entries: any[]) {
  sink(entries); // -
}

// case: attached in one handler and not in the other
import { attach, load, view } from './b';
async function latest(req: any, res: any) {
  const rows = await load();
  await attach(rows);
  sink(rows.map(view)); // explicit [*].show
}
async function range(req: any, res: any) {
  const rows = await load();
  sink(rows.map(view)); // -
}
export const routes = [latest, range];
// file: b.ts
export async function load(): Promise<any[]> {
  return [{ id: 1 }];
}
export async function attach(rows: any[]) {
  for (const row of rows) row.show = source();
}
export function view(row: any) {
  return { id: row.id, show: row.show };
}

// case: rest and spread arguments
function f(first: any, ...more: any[]) {
  sink(first); // -
  sink(more); // explicit [0]
}
f(1, source());
function g(a: any, b: any) {
  sink(a); // explicit
}
g(...[source(), 2]);

// case: method references through a namespace
import * as service from './b';
const rows = [source()];
sink(rows.map(service.transform)); // explicit [*].v
sink(rows.map(service.blank)); // -
sink([1].map(service.transform)); // -
// file: b.ts
export const transform = (row: any) => ({ v: row });
export const blank = (row: any) => ({ v: 1 });

// case: dependencies handed over
interface Deps { fetchIt: (id: number) => Promise<any>; write: (v: any) => void }
async function run(deps: Deps) {
  const got = await deps.fetchIt(1);
  deps.write(got);
}
const fetchIt = async (id: number) => source();
const write = (v: any) => sink(v); // explicit
run({ fetchIt, write });

// case: other dependencies
async function run(deps: any) {
  return await deps.get();
}
sink(await run({ get: () => source() })); // explicit
sink(await run({ get: () => 1 })); // -

// case: dependencies by default
const real = { get: async () => source() };
async function run(deps = real) {
  sink(await deps.get()); // explicit
}
async function named({ get = async () => source() }: any = {}) {
  sink(await get()); // explicit
}
run();
named();

// case: conditional dependency
async function run(deps: { get?: () => any }) {
  sink(await deps.get?.()); // explicit
}
run({ get: flag ? () => source() : undefined });

// case: helper of a response
function send(res: any, body: any) {
  sink(body); // explicit
}
function handler(req: any, res: any) {
  send(res, source());
}
function quiet(res: any, body: any) {
  sink(res); // -
}
quiet(1, source());

// case: recursion
function walk(node: any, depth: number): any {
  if (depth > 3) return node;
  return walk(node.child, depth + 1);
}
sink(walk(source(), 0)); // explicit
sink(walk(1, 0)); // -

// case: bound
function show() {
  return source();
}
sink(show.bind(null)()); // explicit

// case: call, apply
function show(x: any) {
  return x;
}
sink(show.call(null, source())); // explicit
sink(show.apply(null, [source()])); // explicit
sink(show.call(null, 1)); // -

// case: currying
const add = (a: any) => (b: any) => ({ a, b });
const both = add(source())(1);
sink(both.a); // explicit
sink(both.b); // -
sink(add(1)(2).a); // -

// case: the name of a field is handed over
function put(target: any, field: string, v: any) {
  target[field] = v;
}
function f(row: any, other: any) {
  put(row, 'url', source());
  put(row, 'time', 1);
  sink(row.url); // explicit
  sink(row.time); // -
  sink(row); // explicit url
}

// case: the name of a field is not known
function put(target: any, field: string, v: any) {
  target[field] = v;
}
function f(other: any) {
  put(other, other.kind, source());
  sink(other.url); // explicit possible
}

// case: one value, two callbacks
function each(x: any, f: (y: any) => void) {
  f(x);
}
const v = source();
each(v, (y) => sink(y)); // explicit
each(v, (y) => sink(y.a)); // explicit
each(1, (y) => sink(y)); // -

// case: one value, two fields
function put(target: any, field: string, v: any) {
  target[field] = v;
}
function f() {
  const v = source();
  const a: any = {};
  put(a, 'one', v);
  put(a, 'two', v);
  sink(a.one); // explicit
  sink(a.two); // explicit
  sink(a.three); // -
}

// case: a function handed on from one object to the next, known by its type alone
type Save = (v: any) => void;
const work = (deps: { save: Save; drop: Save }) => deps.save(source());
const start = (options: { save: Save; drop: Save }) => work({ save: options.save, drop: options.drop });
start({ save: (v) => sink(v), drop: (v) => other(v) }); // explicit

// case: the member that is not called gets nothing
type Save = (v: any) => void;
const work = (deps: { save: Save; drop: Save }) => deps.save(source());
const start = (options: { save: Save; drop: Save }) => work({ save: options.drop, drop: options.save });
start({ save: (v) => sink(v), drop: (v) => other(v) }); // -

// case: a method whose object nothing tells is found by its name
interface Target {
  applyResolved(v: any): void;
}
const one: Target = { applyResolved: (v) => sink(v) }; // explicit possible
const two = {
  applyResolved(v: any) {
    sink(v); // explicit possible
  },
  other(v: any) {
    sink(v); // -
  },
};
const byTarget = new Map<Target, number[]>();
byTarget.set(one, []);
for (const [target] of byTarget as unknown as [Target, number[]][]) {
  target.applyResolved(source());
}

// case: of methods of a name those of the written type
interface Target {
  applyResolved(v: any): void;
}
const one: Target = { applyResolved: (v) => sink(v) }; // explicit possible
const two = { applyResolved: (v: any) => sink(v) }; // -
export function f(target: Target) {
  target.applyResolved(source());
}

// case: too many methods of a name say nothing
const all = [{ keepIt: (v: any) => 1 }, { keepIt: (v: any) => 2 }, { keepIt: (v: any) => 3 }];
const more = [{ keepIt: (v: any) => 4 }, { keepIt: (v: any) => 5 }, { keepIt: (v: any) => sink(v) }]; // -
function f(which: any) {
  return which.keepIt(source());
}

// case: a value that comes back from a method is where the method is called by its name
import { registered } from 'somewhere';
registered.add({
  loadRows() {
    return source();
  },
});
registered.add({
  loadColumns() {
    return 1;
  },
});
function f(each: any) {
  sink(each.loadRows()); // explicit possible
  sink(each.loadColumns()); // -
  const list = [1];
  sink(list.loadRows()); // -
}

// case: keys of a map are objects like others
const job = {
  loadRows() {
    return source();
  },
};
const other = {
  loadColumns() {
    return 1;
  },
};
const jobs = new Map<any, number>([[job, 1], [other, 2]]);
for (const [each] of jobs.entries()) {
  sink(each.loadRows()); // explicit
  sink(each.loadColumns()); // -
}

// case: what is written into what a function gives back that another one gave it
const shelf: any = { rows: {}, others: {} };
const same = (v: any, other: any) => v;
const handedOn = (v: any, other: any) => same(v, other);
const onShelf = () => shelf.rows;
const fromShelf = () => onShelf();
const one: any = {}, two: any = {};
handedOn(one, two).title = source();
fromShelf().title = source();
sink(one); // explicit title
sink(two); // -
sink(shelf); // explicit rows.title
sink(shelf.others); // -

// case: what is written into what a method gives back that another one gave it
class Shelf {
  rows: any = {};
  others: any = {};
  held() {
    return this.rows;
  }
  all() {
    return this.held();
  }
}
const shelf = new Shelf();
const bare = new Shelf();
shelf.all().title = source();
sink(shelf.rows); // explicit title
sink(shelf.others); // -
sink(bare.rows); // -

// case: what is written into an element that a function has found in a list
const found = (list: any[], others: any[]) => list.find((one) => others.length);
const rows: any[] = [{}], others: any[] = [{}];
found(rows, others).title = source();
sink(rows[0]); // explicit title
sink(others[0]); // -

// case: functions that give back what they give each other
const left = (v: any, n: number): any => (n ? right(v.next, n - 1) : v);
const right = (v: any, n: number): any => left(v, n);
const chain: any = { next: {} }, other: any = { next: {} };
right(chain, 3).title = source();
sink(chain.title); // explicit
sink(chain.next.title); // explicit
sink(other.title); // -

// case: what is written into a new object that a function has put into an argument and given back
const add = (list: any, held: any) => {
  const row: any = {};
  list.push(row);
  held.last = row;
  return row;
};
const rows: any[] = [], others: any[] = [], holder: any = {}, bare: any = {};
add(rows, holder).title = source();
add(others, bare).title = 1;
sink(rows[0]); // explicit title
sink(holder.last); // explicit title
sink(others[0]); // -
sink(bare.last); // -
sink(add(others, bare)); // -

// case: what is written into one of two objects that a function has made
const pair = (o: any) => {
  const left: any = {}, right: any = {};
  o.left = left;
  o.right = right;
  return left;
};
const both: any = {};
pair(both).title = source();
sink(both.left); // explicit title
sink(both.right); // -

// case: what is written into what a function of the program has awaited, kept and given back
const kept: any = {};
const made = async (name: string) => {
  const row: any = { name };
  kept.row = row;
  return row;
};
const fill = async () => {
  const row = await made("a");
  row.title = source();
};
fill();
sink(kept.row.title); // explicit
sink(kept.row.name); // -

// case: a module that is handed on as a value
// file: held.ts
export const load = () => source();
export const none = () => 1;
export const wrap = (v: any) => ({ v });
// file: b.ts
import * as held from './held';
import * as other from './other';
function use(ns: any, v: any) {
  sink(ns.load()); // explicit
  sink(ns.none()); // -
  sink(ns.wrap(v)); // explicit v
}
use(held, source());
function useDeps(deps: any) {
  sink(deps.held.load()); // explicit
  sink(deps.other.load()); // -
}
useDeps({ held, other });
class Holder {
  constructor(private ns: any) {}
  show() {
    sink(this.ns.load()); // explicit
    sink(this.ns.none()); // -
  }
}
new Holder(held).show();
// file: other.ts
export const load = () => 1;

// case: functions that were put into a list are called by their position
const value = source();
const fs: (() => any)[] = [];
fs.push(() => value);
sink(fs[0]()); // explicit
const none: (() => any)[] = [];
none.push(() => 1);
sink(none[0]()); // -
