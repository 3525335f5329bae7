// A subclass inherits the method, or overrides it and calls it by `super`; only what ends in the client's own counts.
import { Client } from './acme';

class Plain extends Client {
  first = () => this.fetchItem(1); // expect: call Client.fetchItem
}
class Cached extends Client {
  private cache = new Map<number, unknown>();
  override async fetchItem(id: number) {
    return this.cache.get(id) ?? super.fetchItem(id); // expect: call Client.fetchItem
  }
}
class Empty extends Client {
  override async fetchItem() {
    return null;
  }
}
export async function show(id: number) {
  await new Plain().fetchItem(id); // expect: call Client.fetchItem
  await new Cached().fetchItem(id); // ok: the override, which merely calls the method
  return new Empty().fetchItem(); // ok: the override, which calls nothing
}
