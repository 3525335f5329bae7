// The token says which class the interface is; two tokens of one interface, and only one of them is the client.
import { Inject, Injectable } from '@nestjs/common';
import type { ItemSource } from './acme';

export const ITEMS = Symbol('items');
export const LOCAL_ITEMS = 'local-items';

export class LocalItems implements ItemSource {
  fetchItem = async (id: number) => ({ id });
}
@Injectable()
export class Page {
  constructor(
    @Inject(ITEMS) private readonly items: ItemSource,
    @Inject(LOCAL_ITEMS) private readonly local: ItemSource
  ) {}
  async show(id: number) {
    const row = await this.local.fetchItem(id); // ok: bound to another class
    return [row, await this.items.fetchItem(id)]; // expect: call Client.fetchItem
  }
}
