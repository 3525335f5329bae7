// case: array methods
const rows = [source()];
sink(rows.map((r) => r.a)); // explicit [*]
sink(rows.map((r) => 1)); // -
sink(rows.filter((r) => r.ok)); // explicit [*]
sink(rows.flatMap((r) => [r, r])); // explicit [*]
sink(rows.find((r) => r.ok)); // explicit
sink(rows.some((r) => r.ok)); // implicit
sink(rows.sort((a, b) => a.n - b.n)); // explicit [*] [0]
sink(rows.slice(1)); // explicit [*]
rows.forEach((r) => sink(r)); // explicit
sink(rows.reduce((all, r) => all + r.n, 0)); // explicit
sink(rows.reduce((all: any, r) => ({ ...all, [r.id]: r }), {})); // explicit [*] [key]
sink(rows.length); // implicit

// case: array methods on other things
const rows = [1, 2];
const v = source();
sink(rows.map((r) => r)); // -
sink(rows.reduce((all, r) => all + r, 0)); // -
sink(rows.filter((r) => r === v.id)); // implicit
sink(rows.filter((r) => r > 1)); // -

// case: objects as tables
const o = { a: source(), b: 1 };
for (const [key, value] of Object.entries(o)) {
  sink(key); // -
  sink(value); // explicit
}
sink(Object.values(o)); // explicit [*]
sink(Object.keys(o)); // -
const back = Object.fromEntries(Object.entries(o).map(([k, v]) => [k, v]));
sink(back.a); // explicit possible
const merged = Object.assign({}, { c: 1 }, o);
sink(merged.a); // explicit
sink(merged.c); // -
const target: any = {};
Object.assign(target, o);
sink(target.a); // explicit
sink(target.b); // -
sink(structuredClone(o).a); // explicit
sink(JSON.parse(JSON.stringify(o)).a); // explicit
sink(JSON.parse(JSON.stringify(o)).b); // -
sink(JSON.stringify(o)); // explicit a

// case: maps and sets
const m = new Map<string, any>();
const n = new Map<string, any>();
m.set('k', source());
n.set('k', 1);
sink(m.get('other')); // explicit
sink(n.get('k')); // -
sink(m.size); // implicit
sink(n.size); // -
for (const [k, v] of m) {
  sink(v); // explicit
}
for (const v of m.values()) sink(v); // explicit
for (const v of n.values()) sink(v); // -
sink([...m.values()]); // explicit [*]
const s = new Set([source()]);
for (const v of s) sink(v); // explicit
sink(s.has(1)); // implicit
sink(new Map([['a', source()]]).get('a')); // explicit

// case: module caches
import { cache, other } from './caches';
export async function load(id: string) {
  const hit = cache.get(id);
  if (hit) return hit;
  const v = await source();
  cache.set(id, v);
  return v;
}
// file: caches.ts
import { LRUCache } from 'lru-cache';
export const cache = new LRUCache<string, any>({ max: 10 });
export const other = new LRUCache<string, any>({ max: 10 });
// file: b.ts
import { cache, other } from './caches';
export const show = (id: string) => {
  sink(cache.get(id)); // explicit
  sink(other.get(id)); // -
};

// case: warmed cache
import { LRUCache } from 'lru-cache';
const positive = new LRUCache<string, any>({ max: 10 });
const negative = new LRUCache<string, boolean>({ max: 10 });
export async function load(id: string) {
  const hit = positive.get(id);
  if (hit) return hit;
  if (negative.has(id)) return null;
  const v = await source();
  if (!v) {
    negative.set(id, true);
    return null;
  }
  positive.set(id, v.rows);
  return v.rows;
}
// file: warm.ts
import { load } from './a';
export async function warm() {
  await load('1');
}
// file: c.ts
import { load } from './a';
export async function handler() {
  sink(await load('2')); // explicit
}

// case: plain object as cache
const cache: Record<string, any> = {};
const other: Record<string, any> = {};
function put(id: string) {
  cache[id] = source();
  other[id] = 1;
}
function get(id: string) {
  sink(cache[id]); // explicit
  sink(other[id]); // -
}

// case: own memo wrapper
function memo(f: any) {
  const kept = new Map();
  return (key: any) => {
    if (!kept.has(key)) kept.set(key, f(key));
    return kept.get(key);
  };
}
const a = memo(() => source());
const b = memo(() => 1);
sink(a('x')); // explicit
sink(b('x')); // -

// case: limiter
import Bottleneck from 'bottleneck';
import pLimit from 'p-limit';
const limiter = new Bottleneck({ maxConcurrent: 1 });
const limit = pLimit(2);
sink(await limiter.schedule(() => source())); // explicit
sink(await limiter.schedule(() => Promise.resolve(1))); // -
sink(await limit(() => source())); // explicit
sink(await limit(() => 1)); // -

// case: own limiter
class Limiter {
  private running = 0;
  async run<T>(f: () => Promise<T>): Promise<T> {
    this.running++;
    try {
      return await f();
    } finally {
      this.running--;
    }
  }
}
export const limiter = new Limiter();
sink(await limiter.run(async () => source())); // explicit
sink(await limiter.run(async () => 1)); // -

// case: span
import * as Sentry from '@sentry/node';
sink(await Sentry.startSpan({ name: 'x' }, async () => source())); // explicit
sink(await Sentry.startSpan({ name: 'x' }, async () => 1)); // -

// case: tables read by a computed key
const table: any = { a: source(), b: 1 };
const other: any = { a: 1 };
sink(table[kind]); // explicit
sink(other[kind]); // -
const kept: any = {};
kept[kind] = source();
sink(kept.a); // explicit possible

// case: event emitter by constant
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
const DONE = 'done';
bus.on(DONE, (v: any) => sink(v)); // explicit
bus.on('other', (v: any) => sink(v)); // -
bus.emit(DONE, source());
bus.emit('other', 1);

// case: sorted copy and join
const names = [source(), 'x'].sort();
sink(names.join(', ')); // explicit
const [first] = names;
sink(first); // explicit
sink(['a', 'b'].join(', ')); // -

// case: strings
const v = source();
sink(v.name.trim().toLowerCase()); // explicit
sink(String(v)); // explicit
sink(parseInt(v.n, 10)); // explicit
sink('abc'.includes(v)); // implicit
sink('x'.trim()); // -

// case: answers
const v = source();
const response = await fetch('https://x.test/' + v.id);
sink(await response.json()); // argument
const other = await fetch('https://x.test/');
sink(await other.json()); // -

// case: who finds an answer in a cache has asked the same
const answers = new Map<string, any>();
async function ask(key: string) {
  const kept = answers.get(key);
  if (kept) return kept;
  const answer = await (await fetch('https://x/' + key)).json();
  if (answer.ok) answers.set(key, answer);
  return answer;
}
async function asks() {
  sink(await ask(source())); // argument
}
async function asksSomethingElse() {
  sink(await ask('other')); // -
}
const results: any[] = [];
async function fill(into: any[], key: string) {
  into.push(await (await fetch('https://x/' + key)).json());
}
async function one() {
  const into: any[] = [];
  await fill(into, source());
  sink(into); // argument [*]
}

// case: what is in a cache reaches all who look
const kept = new Map<string, any>();
async function load(key: string) {
  const hit = kept.get(key);
  if (hit) return hit;
  const made = source();
  kept.set(key, made);
  return made;
}
async function a() {
  sink(await load('a')); // explicit
}
async function b() {
  sink(kept.get('b')); // explicit
}

// case: what is written into elements is in the list
const rows: any[] = [{}, {}];
rows.forEach((row) => {
  row.shown = source();
});
sink(rows); // explicit [.].shown
const kept: any[] = [{}, {}];
for (const [, row] of kept.filter((one) => one).entries()) row.shown = source();
sink(kept[0].shown); // explicit
const byId = new Map<number, any>();
byId.set(1, { list: [] });
byId.get(1).list.push(source());
sink([...byId.values()][0].list); // explicit [*]
const copies: any[] = [{}];
copies.map((one) => ({ ...one })).forEach((one) => (one.shown = source()));
sink(copies); // -

// case: what outside code puts too deep is a guess
const deep = [{ a: { b: { c: { d: { e: source() } } } } }];
sink(deep.map((one) => one)); // explicit [*].a.b.c.d.e
sink(deep.map((one) => [one])); // explicit [*].[0].a.b.c.d possible
const held = new Map<string, any>();
held.set('x', { a: { b: { c: { d: { e: source() } } } } });
sink([...held.values()]); // explicit [*].a.b.c.d.e
sink([...held.values()].map((one) => ({ one }))); // explicit [*].one.a.b.c.d possible
