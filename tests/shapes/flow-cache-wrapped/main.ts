// A cache behind a service of the tree: what is kept under one key does not come out under another, whichever of its
// methods and constants make the keys. Other processes may write the same store, so such a path is possible.
import { getItem } from '@acme/client';
import { createCache } from 'cache-manager';
import express from 'express';

const store = createCache();
const app = express();

class CacheService {
  async get(key: string) {
    return (await store.get<string>(key)) ?? 'null';
  }
  async set(key: string, value: string, ttl?: number) {
    return store.set(key, value, ttl);
  }
  itemKey({ id }: { id: string }) {
    return `item-${id}`;
  }
}
const cache = new CacheService();

class Best {
  private readonly KEY = 'BEST';
  constructor(private readonly cache: CacheService) {}
  async fill() {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    await this.cache.set(this.KEY, JSON.stringify({ item }));
  }
  async read() {
    return JSON.parse(await this.cache.get(this.KEY));
  }
}
class Counts {
  static KEY = 'COUNTS';
  async read() {
    return JSON.parse(await cache.get(Counts.KEY));
  }
}
const best = new Best(cache);
app.post('/best', async (req, res) => {
  await best.fill();
  res.sendStatus(204);
});
app.get('/best', async (req, res) => {
  res.json(await best.read()); // proven: http GET /best ; sink: http GET /best
});
app.get('/counts', async (req, res) => {
  res.json(await new Counts().read()); // possible: http GET /counts ; sink: http GET /counts
});
app.get('/item/:id', async (req, res) => {
  res.json(JSON.parse(await cache.get(cache.itemKey({ id: req.params.id })))); // possible: http GET /item/:id ; sink: http GET /item/:id
});
app.get('/any/:key', async (req, res) => {
  res.json(JSON.parse(await cache.get(req.params.key))); // proven: http GET /any/:key ; sink: http GET /any/:key
});

// What only decides what is kept is kept under that key, too.
app.get('/has/:id', async (req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: decides
  await cache.set('HAS', JSON.stringify({ has: item.title ? 'yes' : 'no' }));
  res.sendStatus(204);
});
app.get('/has', async (req, res) => {
  res.json(JSON.parse(await cache.get('HAS'))); // proven: http GET /has ; sink: http GET /has
});
