// case: await and promises
async function f() {
  const v = await source();
  return v;
}
sink(await f()); // explicit
f().then((x) => sink(x)); // explicit
f().then((x) => x.a).then((y) => sink(y)); // explicit
f().then(() => 1).then((y) => sink(y)); // -
f().catch(() => null).then((y) => sink(y)); // explicit
f().finally(() => {}).then((y) => sink(y)); // explicit

// case: all, allSettled, race
const [a, b] = await Promise.all([source(), 1]);
sink(a); // explicit
sink(b); // -
const settled = await Promise.allSettled([1, 2].map(() => source()));
for (const one of settled) if (one.status === 'fulfilled') sink(one.value); // explicit
for (const one of settled) sink(one.reason); // implicit
sink(await Promise.race([source(), other()])); // explicit
sink(await Promise.race([1, 2])); // -

// case: settled by index
const settled = await Promise.allSettled(ids.map((id: any) => source()));
for (let i = 0; i < 3; i++) {
  const outcome = settled[i];
  if (outcome.status === 'rejected') continue;
  sink(outcome.value.image); // explicit
}

// case: async immediately
const pending = (async () => {
  const v = await source();
  return { v };
})();
sink((await pending).v); // explicit
const other = (async () => ({ v: 1 }))();
sink((await other).v); // -

// case: in-flight map
const inflight = new Map<number, Promise<any>>();
const blank = new Map<number, Promise<any>>();
async function get(id: number) {
  const running = inflight.get(id);
  if (running) return running;
  const pending = (async () => source())();
  inflight.set(id, pending);
  return pending;
}
async function look(id: number) {
  sink(await inflight.get(id)); // explicit
  sink(await blank.get(id)); // -
}

// case: resolver called at once
const v = await new Promise((resolve) => {
  resolve(source());
});
sink(v); // explicit
const w = await new Promise((resolve) => resolve(1));
sink(w); // -

// case: resolver called by a callback
function read() {
  return new Promise((resolve, reject) => {
    outside.on('done', () => resolve(source()));
  });
}
sink(await read()); // explicit

// case: resolver parked in a buffer
const queue: any[] = [];
export function ask(id: number): Promise<any> {
  return new Promise((resolve, reject) => {
    queue.push({ id, resolve, reject });
    if (queue.length > 3) flush();
  });
}
async function flush() {
  const batch = queue.splice(0);
  const rows = await source();
  for (const pending of batch) {
    pending.resolve(rows[pending.id]);
  }
}
async function use() {
  const got = await ask(1);
  sink(got); // explicit
}
const calm: any[] = [];
function askOther(id: number): Promise<any> {
  return new Promise((resolve) => {
    calm.push({ id, resolve });
  });
}
async function useOther() {
  sink(await askOther(1)); // -
}

// case: resolver in a class with a buffer
class Batcher {
  private pending: { key: string; resolve: (v: any) => void }[] = [];
  load(key: string): Promise<any> {
    return new Promise((resolve) => {
      this.pending.push({ key, resolve });
    });
  }
  async flush() {
    const batch = this.pending;
    this.pending = [];
    const rows = await source();
    batch.forEach((one, i) => one.resolve(rows[i]));
  }
}
const batcher = new Batcher();
setInterval(() => void batcher.flush(), 100);
sink(await batcher.load('a')); // explicit

// case: resolver kept in a variable
let done: (v: any) => void;
const waiting = new Promise((resolve) => {
  done = resolve;
});
done(source());
sink(await waiting); // explicit

// case: resolvers from the library
const one = Promise.withResolvers();
const two = Promise.withResolvers();
one.resolve(source());
sink(await one.promise); // explicit
sink(await two.promise); // -

// case: rejected
const failing = new Promise((resolve, reject) => reject(source()));
failing.catch((e) => sink(e)); // explicit
async function f() {
  try {
    await failing;
  } catch (e) {
    sink(e); // explicit
  }
}
Promise.resolve(1).catch((e) => sink(e)); // -

// case: catch handler gets what is thrown
async function bad() {
  throw source();
}
bad().catch((e) => sink(e)); // explicit

// case: timers
setTimeout((v: any) => sink(v), 10, source()); // explicit
setTimeout(() => {
  const v = source();
  sink(v); // explicit
}, 10);

// case: a promise that is settled by a member of an object leaves the object
class Deferred {
  promise: Promise<any>;
  resolve!: (v: any) => void;
  constructor() {
    this.promise = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }
}
const deferred = new Deferred();
deferred.resolve(source());
deferred.promise.then((v) => sink(v)); // explicit

// case: promises that have names and are left
async function f() { return source(); }
async function g() {
  let one = 'a';
  try {
    const made = f();
    void made;
  } catch {
    one = 'b';
  }
  sink(one); // -
  let two = 'a';
  try {
    const made = f();
    await made;
  } catch {
    two = 'b';
  }
  sink(two); // implicit
  let three = 'a';
  let held: any;
  try {
    held = f();
  } catch {
    three = 'b';
  }
  await held;
  sink(three); // -
  let four = 'a';
  try {
    const made = f();
    const other = made;
    sink((await other).x); // explicit
  } catch {
    four = 'b';
  }
  sink(four); // implicit
}

// case: what a promise is resolved with comes of the call that made it, by a function that gives both
function deferred() {
  let resolve: any;
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
async function f() {
  const one = deferred();
  one.resolve(source());
  sink(await one.promise); // explicit
  const other = deferred();
  other.resolve(1);
  sink(await other.promise); // -
  const run = async () => {
    const { promise, resolve } = deferred();
    resolve(source());
    return await promise;
  };
  sink(await run()); // explicit
}
