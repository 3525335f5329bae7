// What only decides what is put under one key, and is itself put under another, comes out under both: where one wrapper
// puts both there, which of them stands under a key is not known. The twin puts nothing of the kind.
import { getItem } from '@acme/client';
import express from 'express';
import { createCache } from 'cache-manager';

class Cache {
  private readonly store = createCache();
  async put(key: string, value: unknown) {
    await this.store.set(key, value);
  }
  async get(key: string) {
    return this.store.get(key);
  }
}
class Plain {
  private readonly store = createCache();
  async put(key: string, value: unknown) {
    await this.store.set(key, value);
  }
  async get(key: string) {
    return this.store.get(key);
  }
}
const cache = new Cache();
const plain = new Plain();
const app = express();
app.post('/items', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem
  await cache.put('has', item.title ? 'yes' : 'no');
  await cache.put('whole', item.title);
  await plain.put('has', 'yes');
  await plain.put('whole', item.title);
  res.sendStatus(204);
});
app.get('/whole', async (_req, res) => {
  res.json(await cache.get('whole')); // sink: http GET /whole
});
app.get('/has', async (_req, res) => {
  res.json(await cache.get('has')); // sink: http GET /has
});
app.get('/plain/whole', async (_req, res) => {
  res.json(await plain.get('whole')); // sink: http GET /plain/whole ; proven: http GET /plain/whole
});
app.get('/plain/has', async (_req, res) => {
  res.json(await plain.get('has')); // ok: another key
});
