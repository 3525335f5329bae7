import type { Item } from '@acme/client';

export class Titled {
  private title: unknown;
  set shown(item: Item) {
    this.title = item.title;
  }
  get shown(): unknown {
    return this.title;
  }
}
export class Silent {
  set shown(_item: unknown) {}
  get shown(): unknown {
    return 'none';
  }
}
