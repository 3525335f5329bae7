// case: assignment
function f() {
  const a = source();
  let b = a;
  sink(b); // explicit
  b = 1;
  sink(b); // -
  const c = (b = source());
  sink(c); // explicit
}

// case: names of a module are not told apart in time
let b = source();
b = 1;
sink(b); // explicit

// case: overwritten local in a function
function f() {
  let x = source();
  sink(x); // explicit
  x = 'literal';
  sink(x); // -
  return x;
}
sink(f()); // -

// case: branches join
function f(flag: boolean) {
  let x = 1;
  if (flag) x = source();
  sink(x); // explicit
  if (flag) {
    x = 2;
  } else {
    x = 3;
  }
  sink(x); // -
}

// case: destructuring with rename, default and rest
const { a: one, b = 2, ...others } = { a: source(), b: 1, c: source(), d: 4 };
sink(one); // explicit
sink(b); // -
sink(others); // explicit c
sink(others.c); // explicit
sink(others.d); // -
const { e = source() } = {} as any;
sink(e); // explicit
const [first, second, ...tail] = [1, source(), 3];
sink(first); // -
sink(second); // explicit
sink(tail); // -
function f({ a, nested: { b } }: any) {
  sink(a); // -
  sink(b); // explicit
}
f({ a: 1, nested: { b: source() } });

// case: rest leaves out what was taken
const { a, ...others } = { a: source(), b: 1 };
sink(a); // explicit
sink(others); // -
sink(others.b); // -

// case: rest of an array
const [one, ...tail] = [source(), 2, 3];
sink(one); // explicit
sink(tail); // -
const [none, ...more] = [1, 2, source()];
sink(none); // -
sink(more); // explicit [*]

// case: default of a parameter
function f(x = source()) {
  sink(x); // explicit
}
function g(x = 1, y: any) {
  sink(x); // -
  sink(y); // explicit
}
g(1, source());

// case: object literals keep fields apart
const o = { a: source(), b: 1 };
sink(o); // explicit a
sink(o.a); // explicit
sink(o.b); // -
sink(o['a']); // explicit
const p = { ...o, c: 2 };
sink(p.a); // explicit
sink(p.c); // -
const q = { ...o, a: 1 };
sink(q.a); // -

// case: arrays and spread
const list = [source(), 2];
const more = [...list, 3];
sink(more); // explicit [0]
for (const x of more) sink(x); // explicit
const other = [...[1], 2];
for (const x of other) sink(x); // -

// case: conditional, logical, template
const v = source();
const t = other ? v : 0;
sink(t); // explicit
sink(other ?? v); // explicit
sink(other || v); // explicit
sink(v && 1); // implicit
sink(`text ${v}`); // explicit
sink(v ? 'yes' : 'no'); // implicit
sink('a' + v); // explicit
sink(v === 1); // implicit
sink(!v); // implicit
sink(typeof v); // implicit

// case: written into a field
const o: any = {};
o.a = source();
sink(o.a); // explicit
sink(o.b); // -
o.deep.er = source();
sink(o.deep.er); // explicit
sink(o.deep.other); // -

// case: computed keys
const o: any = {};
o[key] = source();
sink(o[other]); // explicit
const p: any = {};
p[source()] = 1;
sink(p.a); // implicit possible

// case: a condition decides what is assigned
function f() {
  const v = source();
  let x = 'a';
  if (v.ok) x = 'b';
  sink(x); // implicit
  let y = 'a';
  if (other) y = 'b';
  sink(y); // -
}

// case: early return before
function f(done: boolean) {
  if (done) return null;
  return source();
}
sink(f(true)); // explicit
function g() {
  return 1;
  return source();
}
sink(g()); // -

// case: after an early exit the rest is implicit
function f() {
  const v = source();
  if (!v) return 1;
  return 2;
}
sink(f()); // implicit

// case: loops
function f(rows: any[]) {
  let last: any = null;
  for (const row of rows) {
    sink(last); // explicit
    last = source();
  }
  sink(last); // explicit
  let n: any = 0;
  while (more()) n = 1;
  sink(n); // -
}

// case: a function sees what a loop has left in a name
function f(rows: any[], flag: boolean) {
  let last: any;
  let none: any = source();
  for (const row of rows) {
    last = source();
    none = 1;
  }
  none = 2;
  sink((() => last)()); // explicit
  const kept = { show: () => last, other: () => none };
  sink(kept.show()); // explicit
  sink(kept.other()); // -
  let round: any = 1;
  while (flag) round = source();
  sink((() => round)()); // explicit
}

// case: a label says which block is left
function f(flag: boolean) {
  let one: any;
  let other: any;
  found: {
    one = source();
    other = source();
    if (flag) break found;
    one = 1;
  }
  sink(one); // explicit
  other = 1;
  sink(other); // -
}

// case: a label says which loop is left, or goes on
function f(rows: any[]) {
  let left: any = 1;
  let again: any = 1;
  let inner: any = 1;
  outer: for (const row of rows) {
    sink(again); // explicit
    for (const part of row.parts) {
      left = source();
      again = source();
      inner = source();
      if (part.last) break outer;
      left = 1;
      if (part.next) continue outer;
      again = 1;
      if (part.own) break;
      inner = 1;
    }
    left = 1;
    again = 1;
    sink(inner); // explicit
    inner = 1;
  }
  sink(left); // explicit
}

// case: switch
function f(kind: string) {
  let x: any;
  switch (kind) {
    case 'a':
      x = source();
      break;
    default:
      x = 1;
  }
  sink(x); // explicit
  switch (kind) {
    case 'a':
      x = 2;
      break;
    default:
      x = 1;
  }
  sink(x); // -
}

// case: thrown to its catch
function f() {
  try {
    throw source();
  } catch (e) {
    sink(e); // explicit
  }
  try {
    throw new Error('no');
  } catch (e) {
    sink(e); // -
  }
}

// case: thrown by a function
function bad() {
  throw source();
}
function good() {
  throw new Error('x');
}
function f() {
  try {
    bad();
  } catch (e) {
    sink(e); // explicit
  }
  try {
    good();
  } catch (e) {
    sink(e); // -
  }
}

// case: a catch as a decision
async function lookup() {
  try {
    return (await source()).rows;
  } catch {
    return [];
  }
}
async function list() {
  let found: any = 'one';
  try {
    await source();
  } catch {
    found = 'none';
  }
  sink(found); // implicit
}

// case: finally
function f() {
  let x: any = 1;
  try {
    x = source();
  } finally {
    sink(x); // explicit
  }
  let y: any = 1;
  try {
    y = 2;
  } finally {
    sink(y); // -
  }
}

// case: generators
function* rows() {
  yield source();
}
function* none() {
  yield 1;
}
for (const row of rows()) sink(row); // explicit
for (const row of none()) sink(row); // -
function* all() {
  yield* rows();
}
for (const row of all()) sink(row); // explicit
async function* pages() {
  yield { items: [source()] };
}
async function f() {
  for await (const page of pages()) sink(page.items[0]); // explicit
}

// case: deeper than six names
const o = { a: { b: { c: { d: { e: { f: { g: source(), h: 1 } } } } } } };
sink(o.a.b.c.d.e.f.g); // explicit possible
sink(o.a.b.c.d.e.f.h); // explicit possible
sink(o.a.b.c.d.e.x); // -
sink(o.a.b.x); // -

// case: who leaves early in an inner block decides about the outer one
function f(rows: any[]) {
  const kept: any[] = [];
  const all: any[] = [];
  for (const row of rows) {
    if (row.compilation) {
      try {
        if (!source()) continue;
      } catch {
        continue;
      }
    }
    kept.push(row.id);
  }
  for (const row of rows) all.push(row.id);
  sink(kept); // implicit [*]
  sink(all); // -
}

// case: what is thrown and caught decides nothing behind
function g() {
  try {
    if (!source().ok) throw new Error('no');
  } catch {
    other();
  }
  let x = 'a';
  x = 'b';
  sink(x); // -
  return x;
}

// case: a list that is made of itself
function grow(rows: any[]) {
  let all: any[] = [];
  for (const row of rows) all = [...all, row];
  all = [...all, source()];
  sink(all.map((one) => one)); // explicit [*]
  const none: any[] = [...rows];
  sink(none.map((one) => one)); // -
}

// case: half of a surrogate pair in a text
const half = '\ud800' + source();
sink(half); // explicit
sink('\ud83d\ude00'); // -

// case: what is written is in all that the object may be, also where one of them had the same
const one: any = { p: source() };
const other: any = {};
const third: any = {};
const either = Math.random() > 0.5 ? one : other;
const made = source();
const kept = { made };
const { made: again } = kept;
either.p = again;
sink(either.p); // explicit
sink(other.p); // explicit
sink(third.p); // -

// case: what is assigned to a new object later counts
const one: any = source();
const kept = Object.assign({}, one, { seen: true });
sink(kept.title); // explicit
sink(kept.seen); // -
const begun = Object.assign({ title: 'none', other: 1 }, { title: one.title });
sink(begun.title); // explicit
sink(begun.other); // -
const held: any = { seen: true };
const same = Object.assign(held, one);
sink(held.title); // explicit
sink(same.title); // explicit

// case: which of several objects is returned decides about what they have not in common
interface Pair { artist: string; album: string }
const verdict = (pair: Pair, found: any) => {
  const none = (rejected?: true) => ({ artist: pair.artist, album: pair.album, id: null, ...(rejected ? { rejected } : {}) });
  if (!found) return none();
  if (found.id <= 0) return none();
  if (found.kind === 'guess') return none(true);
  return { artist: pair.artist, album: pair.album, id: found.id };
};
function shown(one: any) {
  sink(one.artist); // -
  sink(one.album); // -
  sink(one.id); // explicit
  sink(one.rejected); // implicit
}
shown(verdict(other(), source()));

// case: the same name with another value is decided
const state = (pair: any, found: any) => {
  if (!found) return { artist: pair.artist, kind: 'none', year: pair.year };
  return { artist: pair.title, kind: 'one', year: pair.year };
};
const stated = state(other(), source());
sink(stated.artist); // implicit
sink(stated.kind); // implicit
sink(stated.year); // -

// case: what one of the ways changes is decided
const changed = (pair: any, found: any) => {
  if (!found) pair.year = 1;
  if (found.open) return { year: pair.year, id: 1 };
  return { year: pair.year, id: 2 };
};
const handed = (pair: any, found: any) => {
  if (found.open) {
    other(pair);
    return { year: pair.year, id: 1 };
  }
  return { year: pair.year, id: 2 };
};
sink(changed(other(), source()).year); // implicit
sink(handed(other(), source()).year); // implicit

// case: whether anything comes back at all is decided
const orNothing = (pair: any, found: any) => {
  if (found.open) return { year: pair.year, id: 1 };
  if (found.kind) return { year: pair.year, id: 2 };
};
const orNull = (pair: any, found: any) => {
  if (found.open) return null;
  return { year: pair.year, id: 2 };
};
const orThrown = (pair: any, found: any) => {
  if (!found) throw new Error('none');
  if (found.open) return { year: pair.year, id: 1 };
  return { year: pair.year, id: 2 };
};
sink(orNothing(other(), source())?.year); // implicit
sink(orNull(other(), source())?.year); // implicit
sink(orThrown(other(), source()).year); // implicit

// case: so it is where an expression chooses, or a name gets one or the other
function assigned(year: any, item: any) {
  const either = item.open ? { year, id: 1 } : { year, id: 2 };
  sink(either.year); // -
  sink(either.id); // implicit
  sink(item.open ? { id: 1 } : { id: 1 }); // -
  let one: any;
  if (item.open) one = { year, id: 1 };
  else one = { year, id: 2 };
  sink(one.year); // -
  sink(one.id); // implicit
  let two: any = { year, id: 1 };
  if (item.open) {
    two = { year, id: 2 };
    two.year = 3;
  }
  sink(two.year); // implicit
  let three: any = { year, id: 1 };
  three.year = other();
  if (item.open) three = { year, id: 2 };
  sink(three.year); // implicit
}
assigned(other(), source());

// case: what is spread into an object may give it another value
const spread = (pair: any, more: any, found: any) => {
  if (!found) return { year: pair.year, ...more };
  return { year: pair.year, ...more };
};
const before = (pair: any, more: any, found: any) => {
  if (!found) return { ...more, year: pair.year };
  return { ...more, year: pair.year };
};
sink(spread(other(), other(), source()).year); // implicit
sink(before(other(), other(), source()).year); // -

// case: what a loop counts is decided by how many rounds it has
function f(rows: any[]) {
  let rounds = 0;
  let sum = 1;
  for (const row of rows) {
    rounds++;
    sum += 2;
    let inner = 0;
    inner++;
    sink(inner); // -
  }
  sink(rounds); // implicit
  sink(sum); // implicit
  let others = 0;
  for (const one of other()) others++;
  sink(others); // -
}
f(source());
