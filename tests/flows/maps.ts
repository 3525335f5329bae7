// case: a property of a map or cache is none of its values
import { LRUCache } from 'lru-cache';
const cache = new LRUCache<string, any>({ max: 10 });
cache.set('k', source());
sink(cache.get('k')); // explicit
sink(cache.peek('other')); // explicit
sink(cache.max); // -
sink((cache as any)['max']); // -
sink(cache.size); // implicit
const held = new Map<string, any>();
held.set('k', source());
(held as any).label = 'held';
sink((held as any).label); // -
sink((held as any).other); // -

// case: a size is a member of the value, and how many a set has of it
const item = source();
sink(item.size); // explicit
const { size } = item.cover;
sink(size); // explicit
sink(item.length); // implicit
sink(new Set(item.tags).size); // implicit
sink(new Map(item.pairs).size); // implicit

// case: an object under computed keys is asked by any name
const byName: Record<string, any> = {};
function put(key: string) {
  byName[key] = source();
}
sink(byName.label); // explicit possible
const held = new Map<string, any>();
function hold(key: string) {
  held.set(key, source());
}
sink((held as any).label); // -
sink(held.get('label')); // explicit

// case: what is written into the elements of a new list is in what was put there
const first: any = { id: 1 };
const second: any = { id: 2 };
const third: any = { id: 3 };
for (const one of [first, { id: 4 }]) one.title = source();
[second].forEach((one) => {
  one.title = source();
});
for (let one of [third]) one = source();
sink(first.title); // explicit
sink(second.title); // explicit
sink(third); // -
sink(first.id); // -
const inner: any = { id: 1 };
const outer = { inner, own: { id: 2 } };
outer.inner.title = source();
outer.own = source();
sink(inner.title); // explicit
sink(inner.id); // -

// case: a map in a field, and one that a class extends
class Shelf {
  label = 'shelf';
  private held = new Map<string, any>();
  put(key: string, value: any) {
    this.held.set(key, value);
  }
  take(key: string) {
    return this.held.get(key);
  }
  count() {
    return this.held.size;
  }
}
const shelf = new Shelf();
shelf.put('a', source());
sink(shelf.take('b')); // explicit
sink(shelf.label); // -
sink(shelf.count()); // implicit
class Kept extends Map<string, any> {
  max = 5;
  first(key: string) {
    return this.get(key);
  }
}
const kept = new Kept();
kept.set('a', source());
sink(kept.get('b')); // explicit
sink(kept.first('b')); // explicit
sink(kept.max); // -
for (const [, one] of kept) sink(one); // explicit

// case: maps made of pairs, of maps and of objects
const made = new Map([['a', source()]]);
const again = new Map(made);
sink(again.get('b')); // explicit
sink(new Map([...made]).get('b')); // explicit
sink(new Map(Object.entries({ a: source() })).get('b')); // explicit
sink(Object.fromEntries(made)['b']); // explicit possible
sink(Array.from(made)[0][1]); // explicit
sink(Array.from(made)[0][0]); // -
sink([...made.entries()][0][1]); // explicit
sink(Map.groupBy([{ p: source() }], (one) => 1).get(1)); // explicit [*].p
made.forEach((value, key) => {
  sink(value); // explicit
  sink(key); // -
});
class Sub extends Map<string, any> {}
const sub = new Sub([['a', source()]]);
sink(sub.get('b')); // explicit
sink((sub as any).max); // -

// case: what is written into the value of a map is in it
const m = new Map<string, any>([['a', {}]]);
for (const [, one] of m) one.shown = source();
sink(m.get('a').shown); // explicit
sink(m.get('a').other); // -
function fill(into: Map<string, any>) {
  for (const [, one] of into) one.shown = source();
}
const n = new Map<string, any>([['a', {}]]);
fill(n);
sink(n.get('a').shown); // explicit
function fillAny(into: any) {
  for (const [, one] of into) one.shown = source();
}
const o = new Map<string, any>([['a', {}]]);
fillAny(o);
sink(o.get('a').shown); // explicit
function given(into: any) {
  into.set('a', source());
}
const p = new Map<string, any>();
given(p);
sink(p.get('a')); // explicit
sink((p as any).max); // -

// case: what is sent as a header or parameter is read as one
const params = new URLSearchParams({ a: source(), b: '1' });
sink(params.get('a')); // explicit
sink(params.toString()); // explicit
sink(`?${params}`); // explicit
sink((params as any).max); // -
const headers = new Headers();
headers.set('x', source());
sink(headers.get('x')); // explicit
sink(headers.has('x')); // implicit
sink([...headers][0][1]); // explicit
sink((headers as any).max); // -

// case: a map in an object beside an object
const deps = { held: new Map<string, any>(), named: {} as Record<string, any> };
deps.held.set('a', source());
deps.named['b'] = 1;
sink(deps.held.get('a')); // explicit
sink(deps.named['b']); // -
const { held, ...rest } = deps;
sink(held.get('c')); // explicit
sink(rest); // -
sink(JSON.stringify(deps)); // explicit held.[value]

// case: a cache of which only an interface is known
interface Cache {
  get(key: string): any;
  set(key: string, value: any): void;
  readonly max: number;
}
interface Deps {
  cache: Cache;
  urls: Map<string, any>;
}
function work(deps: Deps) {
  deps.cache.set('a', source());
  deps.urls.set('a', source());
  sink(deps.cache.get('b')); // explicit
  sink(deps.cache.max); // -
  sink(deps.urls.get('b')); // explicit
  sink((deps.urls as any).max); // -
}
work({ cache: new Map() as any, urls: new Map() });

// case: promises in a map
const inflight = new Map<string, Promise<any>>();
async function once(key: string) {
  const running = inflight.get(key);
  if (running) return running;
  const made = Promise.resolve(source());
  inflight.set(key, made);
  return made;
}
async function asks() {
  sink(await once('a')); // explicit
  sink((inflight as any).max); // -
}

// case: names that are computed for members are read back as those of any object are
function f(item: any, rows: any[]) {
  const by: any = {};
  by[item.id] = true;
  by.fixed = other();
  sink(Object.keys(by)); // explicit [*]
  for (const name in by) sink(name); // explicit
  sink(JSON.stringify(by)); // explicit [key]
  sink(by.seen); // implicit possible
  const made = { [item.id]: 1 };
  for (const name in made) sink(name); // explicit
  sink(made.seen); // implicit
  for (const name in item) sink(name); // explicit
  const plain = { title: item.title };
  for (const name in plain) sink(name); // -
  sink(Object.keys(plain)); // -
  const list: any[] = [];
  list[item.position] = other();
  sink(Object.keys(list)); // -
  const others: any = {};
  others[other()] = item;
  for (const name in others) sink(name); // -
}
f(source(), other());

// case: what is written under a computed key is no part of a number or a text
export function f(kind: string) {
  const totals: any = { seen: 0, a: { n: 0 }, b: { n: 0 } };
  const tally = totals[kind];
  tally.n = source();
  sink(totals.seen); // -
  sink(totals.a); // explicit n
}

// case: nor is what is written into each value of an object
export function f() {
  const row: any = { n: 0 };
  const all: any = { seen: 0, row, name: 'x' + row.n };
  for (const one of Object.values(all)) one.title = source();
  sink(all.seen); // -
  sink(all.row); // explicit title
}
