// The type that is written for a name says what it is where nothing else does: what unknown code gives, or a container.
import { getItem, findItems } from '@acme/client';
import { createContainer } from 'awilix';
import express from 'express';
import { Container } from 'inversify';
import { make } from 'made-elsewhere';
import { container } from 'tsyringe';

class Shop {
  item(id: number) {
    return getItem(id); // expect: call getItem ; reach: renders
  }
  name() {
    return 'shop';
  }
}
class Store {
  rows() {
    return findItems('a'); // expect: call findItems ; reach: renders
  }
}
const TOKENS = { shop: Symbol.for('Shop') };
const bound = new Container();
bound.bind<Shop>(TOKENS.shop).to(Shop);
container.register('Store', { useClass: Store });
const listed = createContainer();
const app = express();
app.get('/typed', async (_req, res) => {
  const shop: Shop = make('shop');
  res.json(await shop.item(1)); // sink: http GET /typed
});
app.get('/as', async (_req, res) => {
  const shop = make('shop') as unknown as Shop;
  res.json(await shop.item(2)); // sink: http GET /as
});
app.get('/bound', async (_req, res) => {
  res.json(await bound.get<Shop>(TOKENS.shop).item(3)); // sink: http GET /bound
});
app.get('/other', async (_req, res) => {
  res.json(bound.get<Shop>(TOKENS.shop).name());
});
app.get('/registered', async (_req, res) => {
  res.json(await container.resolve<Store>('Store').rows()); // sink: http GET /registered
});
app.get('/listed', async (_req, res) => {
  res.json(await listed.resolve<Store>('store').rows()); // sink: http GET /listed
});
app.listen(1);
