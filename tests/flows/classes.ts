// case: methods
class Service {
  get() {
    return source();
  }
  other() {
    return 1;
  }
  through() {
    return this.get();
  }
}
const service = new Service();
sink(service.get()); // explicit
sink(service.other()); // -
sink(service.through()); // explicit

// case: method of a singleton in another file
import { service } from './b';
sink(service.get()); // explicit v
sink(service.other()); // -
// file: b.ts
class Service {
  async get() { return { v: source() }; }
  async other() { return 1; }
}
export const service = new Service();

// case: fields
class Holder {
  private kept: any;
  private blank: any;
  constructor(v: any) {
    this.kept = v;
    this.blank = 1;
  }
  get() {
    return this.kept;
  }
  none() {
    return this.blank;
  }
}
const holder = new Holder(source());
sink(holder.get()); // explicit
sink(holder.none()); // -

// case: other instance
class Cache {
  private kept = new Map<string, any>();
  set(k: string, v: any) {
    this.kept.set(k, v);
  }
  get(k: string) {
    return this.kept.get(k);
  }
}
const a = new Cache();
const b = new Cache();
a.set('x', source());
b.set('x', 1);
sink(a.get('x')); // explicit
sink(b.get('x')); // -

// case: other instance built with another value
class Holder {
  constructor(private readonly v: any) {}
  get() {
    return this.v;
  }
}
const a = new Holder(source());
const b = new Holder(1);
sink(a.get()); // explicit
sink(b.get()); // -
sink((a as any).v); // explicit
sink((b as any).v); // -

// case: fields read from outside
class Box {
  v: any;
  w: any = 1;
}
const box = new Box();
box.v = source();
sink(box.v); // explicit
sink(box.w); // -
const other = new Box();
sink(other.v); // -

// case: field initialised
class Box {
  v = source();
  w = 1;
}
const box = new Box();
sink(box.v); // explicit
sink(box.w); // -

// case: getters
class Box {
  private kept: any;
  load() {
    this.kept = source();
  }
  get value() {
    return this.kept;
  }
  get blank() {
    return 1;
  }
}
const box = new Box();
box.load();
sink(box.value); // explicit
sink(box.blank); // -

// case: setters
class Box {
  private kept: any;
  set value(v: any) {
    this.kept = v;
  }
  show() {
    sink(this.kept); // explicit
  }
}
const box = new Box();
box.value = source();
box.show();

// case: inheritance
class Base {
  get() {
    return this.make();
  }
  make(): any {
    return 1;
  }
}
class Derived extends Base {
  make() {
    return source();
  }
}
class Plain extends Base {}
sink(new Derived().get()); // explicit
sink(new Plain().get()); // -

// case: super
class Base {
  constructor(protected readonly v: any) {}
  get() {
    return this.v;
  }
}
class Derived extends Base {
  constructor(v: any) {
    super(v);
  }
  twice() {
    return [super.get(), this.get()];
  }
}
sink(new Derived(source()).get()); // explicit
sink(new Derived(source()).twice()[0]); // explicit
sink(new Derived(1).get()); // -

// case: abstract provider behind an interface
interface Provider { search(q: string): Promise<any> }
class One implements Provider {
  async search(q: string) { return source(); }
}
class Two implements Provider {
  async search(q: string) { return 1; }
}
class Finder {
  constructor(private readonly providers: Provider[]) {}
  async find(q: string) {
    for (const provider of this.providers) {
      const found = await provider.search(q);
      if (found) return found;
    }
    return null;
  }
}
const finder = new Finder([new One(), new Two()]);
sink(await finder.find('x')); // explicit
const other = new Finder([new Two()]);
sink(await other.find('x')); // -

// case: singleton by a function
class Client {
  async get() { return source(); }
}
let client: Client | null = null;
export function getClient() {
  if (!client) client = new Client();
  return client;
}
sink(await getClient().get()); // explicit

// case: static members
class Registry {
  static kept: any = null;
  static load() {
    Registry.kept = source();
  }
  static show() {
    sink(Registry.kept); // explicit
    sink(this.kept); // explicit
  }
}
Registry.load();
Registry.show();
Other.show();
class Other {
  static kept: any = null;
  static show() {
    sink(Other.kept); // -
  }
}

// case: method as a value
class Service {
  private kept = source();
  show = () => {
    sink(this.kept); // explicit
  };
  get() {
    return source();
  }
}
const service = new Service();
service.show();
const get = service.get.bind(service);
sink(get()); // explicit

// case: builder
class Builder {
  private parts: any[] = [];
  add(v: any) {
    this.parts.push(v);
    return this;
  }
  build() {
    return this.parts;
  }
}
sink(new Builder().add(source()).add(1).build()); // explicit [*]
sink(new Builder().add(1).build()); // -

// case: object with methods
const store = {
  kept: null as any,
  load() {
    this.kept = source();
  },
  get() {
    return this.kept;
  },
};
const other = {
  kept: null as any,
  get() {
    return this.kept;
  },
};
store.load();
sink(store.get()); // explicit
sink(other.get()); // -

// case: an object that a constructor puts away brings its methods along
interface Provider {
  search(): any;
}
class First implements Provider {
  search() {
    return source();
  }
}
class Second implements Provider {
  search() {
    return 'nothing of it';
  }
}
const first = new First();
const second = new Second();
class Finder {
  private providers: Provider[];
  constructor(providers?: Provider[]) {
    this.providers = providers || [first];
  }
  find() {
    for (const one of this.providers) return one.search();
  }
}
class Other {
  private providers: Provider[];
  constructor(providers?: Provider[]) {
    this.providers = providers || [second];
  }
  find() {
    for (const one of this.providers) return one.search();
  }
}
let finder: Finder | null = null;
function getFinder() {
  if (!finder) finder = new Finder();
  return finder;
}
sink(getFinder().find()); // explicit
sink(new Other().find()); // -

// case: errors of the tree
class Failure extends Error {
  code: any;
  constructor({ code, message }: any) {
    super(message);
    this.code = code;
  }
}
class Plain extends Error {}
class Deep extends Plain {}
try {
  throw new Failure({ code: 'x', message: source() });
} catch (e) {
  sink(e.message); // explicit
}
try {
  throw new Deep(source());
} catch (e) {
  sink(e.message); // explicit
}
const value = source();
try {
  throw new Failure({ code: 'x', message: 'nothing of it' });
} catch (e) {
  sink(e.message); // -
}

// case: classes above that are no code of others
class Base {
  kept: any;
  constructor(kept: any, other: any) {
    this.kept = kept;
  }
}
class Child extends Base {
  constructor(a: any, b: any) {
    super(a, b);
  }
}
sink(new Child(source(), 1).kept); // explicit
sink(new Child(1, source()).kept); // -
class Bare {}
sink(new (Bare as any)(source())); // -

// case: static getters and setters read and write the class
class Held {
  static kept: any = null;
  static others: any = null;
  static set item(value: any) {
    this.kept = value;
  }
  static get item() {
    return this.kept;
  }
  static get other() {
    return this.others;
  }
}
Held.item = source();
sink(Held.item); // explicit
sink(Held.other); // -

// case: methods of a prototype
function Store(this: any) { this.kept = source(); this.other = 1; }
Store.prototype.get = function () { return this.kept; };
Store.prototype.none = function () { return this.other; };
Store.prototype.through = function () { return this.get(); };
const store = new (Store as any)();
sink(store.get()); // explicit
sink(store.none()); // -
sink(store.through()); // explicit

// case: what is put into an object by a method of its prototype
function Store(this: any) { this.kept = 1; }
Store.prototype.put = function (value: any) { this.kept = value; };
Store.prototype.get = function () { return this.kept; };
const one = new (Store as any)();
const other = new (Store as any)();
one.put(source());
sink(one.get()); // explicit
sink(other.get()); // -

// case: a prototype that is given all its methods at once
function One(this: any) {}
Object.assign(One.prototype, { get(value: any) { return value; }, none() { return 1; } });
const one = new (One as any)();
sink(one.get(source())); // explicit
sink(one.none(source())); // -
function Two(this: any) {}
Two.prototype = { put(value: any) { return value; }, none() { return 1; } };
const two = new (Two as any)();
sink(two.put(source())); // explicit
sink(two.none(source())); // -

// case: what a method of a prototype gives to all who call it
function Client(this: any, base: string) { this.base = base; }
Client.prototype.fetch = function () { return source(); };
const client = new (Client as any)('x');
sink(client.fetch()); // explicit
function shown(one: any) { return one; }
sink(shown(client.base)); // -
