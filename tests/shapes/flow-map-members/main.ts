// What a map or a cache holds is read by its own calls: a property of it is none of its values, and a plain object that
// is used as a map answers to every name.
import { getItem } from '@acme/client';
import express from 'express';
import { LRUCache } from 'lru-cache';

interface Sized {
  readonly size: number;
  readonly max: number;
}
const cache = new LRUCache<number, any>({ max: 10 });
const byName: Record<string, any> = {};
class Shelf {
  label = 'shelf';
  private readonly held = new Map<number, any>();
  put(id: number, item: any) {
    this.held.set(id, item);
  }
  take(id: number) {
    return this.held.get(id);
  }
}
const shelf = new Shelf();
class Kept extends Map<number, any> {
  max = 5;
}
const kept = new Kept();

export async function fill(id: number) {
  cache.set(id, await getItem(id)); // expect: call getItem ; reach: renders
  shelf.put(id, await getItem(id)); // expect: call getItem ; reach: renders
  kept.set(id, await getItem(id)); // expect: call getItem ; reach: renders
  const item = await getItem(id); // expect: call getItem ; reach: renders
  byName[item.name] = item;
}
function report(sized: Sized) {
  console.warn('full', sized.max); // ok: a property of the cache
}

const app = express();
app.get('/cache/:id', (req, res) => {
  report(cache);
  res.json(cache.get(Number(req.params.id))); // sink: http GET /cache/:id
});
app.get('/cache/max', (_req, res) => {
  res.json(cache.max); // ok: a property of the cache
});
app.get('/shelf/:id', (req, res) => {
  res.json(shelf.take(Number(req.params.id))); // sink: http GET /shelf/:id
});
app.get('/shelf/label', (_req, res) => {
  res.json(shelf.label); // ok: a field beside the map
});
app.get('/kept/:id', (req, res) => {
  res.json(kept.get(Number(req.params.id))); // sink: http GET /kept/:id
});
app.get('/kept/max', (_req, res) => {
  res.json(kept.max); // ok: a field of the map
});
app.get('/named', (_req, res) => {
  res.json(byName.first); // sink: http GET /named
});
await fill(1);
