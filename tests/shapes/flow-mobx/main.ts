// MobX: what an action writes into a store comes to who reads it, and to reactions.
import { getItem } from '@acme/client';
import express from 'express';
import { autorun, makeAutoObservable, reaction, runInAction } from 'mobx';

class Store {
  title = '';
  other = 'none';

  constructor() {
    makeAutoObservable(this);
  }
  async load() {
    const found = await getItem(1); // expect: call getItem
    runInAction(() => {
      this.title = found.title;
    });
  }
}
const store = new Store();
autorun(() => console.log(store.title)); // sink: log
reaction(() => store.title, (title) => console.info(title)); // sink: log
autorun(() => console.log(store.other)); // ok: another field

const app = express();
app.post('/load', async (_req, res) => {
  await store.load();
  res.sendStatus(204);
});
app.get('/title', (_req, res) => {
  res.send(store.title); // sink: http GET /title
});
app.get('/other', (_req, res) => {
  res.send(store.other); // ok: another field
});
