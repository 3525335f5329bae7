// A cache with a prefix of its own over a store that all share: which prefix it is hangs on the object, so what one puts
// there is found by another one as a guess only. Where one prefix is all there is, it is found.
import { getItem } from '@acme/client';
import express from 'express';

const store = new Map<string, unknown>();
class Cache {
  constructor(private prefix: string) {}
  get(key: string) {
    return store.get(`${this.prefix}:${key}`);
  }
  set(key: string, value: unknown) {
    store.set(`${this.prefix}:${key}`, value);
  }
}
const kept = new Map<string, unknown>();
class Single {
  private prefix = 'single';
  get(key: string) {
    return kept.get(`${this.prefix}:${key}`);
  }
  set(key: string, value: unknown) {
    kept.set(`${this.prefix}:${key}`, value);
  }
}

const items = new Cache('items');
const notes = new Cache('notes');
const single = new Single();
const app = express();
app.post('/several/:id', async (req, res) => {
  items.set(req.params.id, await getItem(1)); // expect: call getItem ; reach: renders
  res.end();
});
app.get('/several/:id', (req, res) => {
  res.json(items.get(req.params.id)); // sink: http GET /several/:id ; possible: http GET /several/:id
});
app.get('/notes/:id', (req, res) => {
  res.json(notes.get(req.params.id)); // sink: http GET /notes/:id ; possible: http GET /notes/:id
});
app.post('/single/:id', async (req, res) => {
  single.set(req.params.id, await getItem(2)); // expect: call getItem ; reach: renders
  res.end();
});
app.get('/single/:id', (req, res) => {
  res.json(single.get(req.params.id)); // sink: http GET /single/:id ; proven: http GET /single/:id
});
