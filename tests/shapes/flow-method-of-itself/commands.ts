// A class that calls a member of its own object under a computed name may run any of its methods.
import { findItems, getItem, lookupItem } from '@acme/client';

class Commands {
  async on_title() {
    return (await getItem(1)).title; // expect: call getItem ; reach: contained
  }

  run(name: string) {
    return (this as any)[`on_${name}`]();
  }
}

abstract class Base {
  run(name: string) {
    const self = this as any;
    return self[name]();
  }
}
class Search extends Base {
  async words() {
    return findItems('x'); // expect: call findItems ; reach: contained
  }
}

class Plain {
  private readonly kept: Record<string, string> = {};

  async left() {
    return lookupItem('x'); // expect: call lookupItem ; reach: unreachable
  }
  run(name: string) {
    return this.kept[name]; // ok: not a member of the object itself
  }
}

console.log(await new Commands().run('title')); // sink: log ; proven: log
console.log(await new Search().run('words')); // sink: log ; proven: log
console.log(new Plain().run('left')); // ok: the method is not run
