// What an object keeps under a name that its callers say is not what others ask it for by another name.
import { getItem } from '@acme/client';
import express from 'express';

class Cache {
  private readonly all: Record<string, unknown> = {};
  put(name: string, value: unknown) {
    this.all[name] = value;
  }
  get(name: string) {
    return this.all[name];
  }
}
const cache = new Cache();

const app = express();
app.post('/', async (_req, res) => {
  cache.put('item', await getItem(1)); // expect: call getItem ; reach: renders
  cache.put('count', 1);
  res.end();
});
app.get('/item', (_req, res) => {
  res.json(cache.get('item')); // sink: http GET /item ; proven: http GET /item
});
app.get('/count', (_req, res) => {
  res.json(cache.get('count')); // sink: http GET /count ; possible: http GET /count
});
app.get('/any/:name', (req, res) => {
  res.json(cache.get(req.params.name)); // sink: http GET /any/:name ; proven: http GET /any/:name
});
