// Which member of an object a function gives, each call of it says: what is written into one does not come out of
// another, neither where the other one is asked for by such a call nor where it is named. Who asks for all of it gets it,
// and who sends the name may send that one.
import { getItem } from '@acme/client';
import express from 'express';
import NodeCache from 'node-cache';

type Kind = 'items' | 'notes';
const lists: Record<Kind, string[]> = { items: [], notes: [] };
function list(kind: Kind) {
  return lists[kind];
}
class Caches {
  private readonly caches: Record<Kind, NodeCache> = { items: new NodeCache(), notes: new NodeCache() };
  of(kind: Kind): NodeCache {
    return this.caches[kind];
  }
}
const caches = new Caches();
const app = express();
app.post('/items', async (_req, res) => {
  list('items').push((await getItem(1)).title); // expect: call getItem
  res.sendStatus(204);
});
app.get('/items', (_req, res) => {
  res.json(list('items')); // sink: http GET /items ; proven: http GET /items
});
app.get('/lists', (_req, res) => {
  res.json(lists); // sink: http GET /lists ; proven: http GET /lists
});
app.get('/any', (req, res) => {
  res.json(lists[req.query.kind as Kind]); // sink: http GET /any ; proven: http GET /any
});
app.get('/notes', (_req, res) => {
  res.json(list('notes')); // sink: http GET /notes ; possible: http GET /notes
});
app.get('/named', (_req, res) => {
  res.json(lists.notes); // sink: http GET /named ; possible: http GET /named
});
app.post('/kept/:id', async (req, res) => {
  caches.of('items').set(req.params.id, await getItem(2)); // expect: call getItem
  res.sendStatus(204);
});
app.get('/kept/items/:id', (req, res) => {
  res.json(caches.of('items').get(req.params.id)); // sink: http GET /kept/items/:id ; proven: http GET /kept/items/:id
});
app.get('/kept/notes/:id', (req, res) => {
  res.json(caches.of('notes').get(req.params.id)); // sink: http GET /kept/notes/:id ; possible: http GET /kept/notes/:id
});
