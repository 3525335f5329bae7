// What a container makes has run its constructor, whose effects are in the object that it hands out.
import { findItems, getItem } from '@acme/client';
import express from 'express';
import { container, injectable } from 'tsyringe';

@injectable()
class Store {
  item: any = null;
  other: any = null;
  constructor() {
    getItem(2).then((item) => { // expect: call getItem
      this.item = item;
    });
  }
}
@injectable()
class Shop {
  private readonly first: Promise<any>;
  constructor(private readonly store: Store) {
    this.first = findItems('x'); // expect: call findItems
  }
  async get() {
    return [this.store.item, await this.first];
  }
  other() {
    return this.store.other;
  }
}
const app = express();
app.get('/shop', async (_req, res) => {
  res.json(await container.resolve(Shop).get()); // proven: http GET /shop ; sink: http GET /shop
});
app.get('/other', async (_req, res) => {
  res.json(container.resolve(Shop).other()); // ok: another field
});
