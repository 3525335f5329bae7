// Behind an interface the object decides: one page gets the client, the other something of its own.
import { Client, type ItemSource } from './acme';

class Page {
  constructor(private readonly items: ItemSource) {}
  show(id: number) {
    return this.items.fetchItem(id); // expect: call Client.fetchItem
  }
}
class LocalPage {
  items: ItemSource;
  constructor(items: ItemSource) {
    this.items = items;
  }
  show(id: number) {
    return this.items.fetchItem(id); // ok: only ever made with the object below
  }
}
export const live = new Page(new Client());
export const local = new LocalPage({ fetchItem: async (id) => id });
