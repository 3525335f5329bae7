// What a base class calls on `this` is the method of the object's own class, be it abstract or overridden.
import { getItem } from '@acme/client';

export abstract class Report {
  async title() {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    return this.shape(item);
  }
  async note() {
    const item = await getItem(2); // expect: call getItem ; reach: contained
    this.write(item);
    return 'noted';
  }
  protected abstract shape(item: unknown): unknown;
  protected write(_item: unknown) {} // ok: every report that is made writes otherwise
}
export class Full extends Report {
  protected shape(item: unknown) {
    return { item };
  }
  protected write(item: unknown) {
    console.log(item); // sink: log ; proven: log
  }
}

export class Card {
  constructor(protected readonly item: unknown) {}
  show() {
    return this.shape();
  }
  shape(): unknown {
    return { known: true };
  }
}
export class Named extends Card {
  shape() {
    return { item: this.item };
  }
}
export class Listed extends Card {
  shape() {
    return [this.item];
  }
}
