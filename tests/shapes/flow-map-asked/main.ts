// A map that is asked for one constant key does not give what stands under another. What only the calls of a way say
// (`store.read`) is asked along them, and along all that ask and put.
import { getItem } from '@acme/client';
import express from 'express';
import { LRUCache } from 'lru-cache';

const app = express();
const shelf = new Map<string, unknown>();
const cache = new LRUCache<string, object>({ max: 5 });
const ITEM = 'item';

class Store {
  private held = new Map<string, unknown>();
  read(key: string) {
    return this.held.get(key);
  }
  write(key: string, value: unknown) {
    this.held.set(key, value);
  }
}
const store = new Store();

app.get('/other', async (_req, res) => {
  shelf.set('item', await getItem(1)); // expect: call getItem ; keyed: constant
  shelf.set('note', 1);
  res.json(shelf.get('note')); // ok: it was put under another key
});
app.get('/same', async (_req, res) => {
  const own = new Map<string, unknown>();
  own.set('item', await getItem(0)); // expect: call getItem ; keyed: constant
  res.json(own.get(ITEM)); // sink: http GET /same ; proven: http GET /same
});
app.get('/cached/other', async (_req, res) => {
  cache.set('item', await getItem(3)); // expect: call getItem
  res.json(cache.get('note')); // ok: it was put under another key
});
app.get('/store/other', async (_req, res) => {
  store.write('item', await getItem(4)); // expect: call getItem
  res.json(store.read('note')); // ok: another key, by these calls
});
app.get('/store/any/:key', async (req, res) => {
  store.write('item', await getItem(5)); // expect: call getItem
  res.json(store.read(req.params.key)); // sink: http GET /store/any/:key ; proven: http GET /store/any/:key
});
app.get('/nested', async (_req, res) => {
  const inner = new Map<string, unknown>();
  inner.set('item', await getItem(6)); // expect: call getItem
  const outer = new Map<string, Map<string, unknown>>();
  outer.set('inner', inner);
  res.json(outer.get('inner')?.get('note')); // ok: it was put under another key
});
