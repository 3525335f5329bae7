// A protected field is its class's and its subclasses', at any depth.
import { Page } from './base';

class Inner extends Page {
  show = (id: number) => this.client.fetchItem(id); // expect: call Client.fetchItem
}
export class Deep extends Inner {
  again(id: number) {
    return this.client.fetchItem(id); // expect: call Client.fetchItem
  }
}
export class Other extends Inner {
  client = { fetchItem: (id: number) => id } as never;
  own(id: number) {
    return (this.client as any).fetchItem(id); // ok: a field of its own
  }
}
