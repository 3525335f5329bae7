// A call that is under way is shared by those who ask for the same; two maps of such calls are apart.
import { getItem } from '@acme/client';
import express from 'express';

const inflight = new Map<number, Promise<unknown>>();
const sums = new Map<number, Promise<number>>();

function load(id: number) {
  const running = inflight.get(id);
  if (running) return running;
  const started = (async () => {
    try {
      return await getItem(id); // expect: call getItem ; reach: renders
    } finally {
      inflight.delete(id);
    }
  })();
  inflight.set(id, started);
  return started;
}
function sum(id: number) {
  const running = sums.get(id) ?? Promise.resolve(id + 1);
  sums.set(id, running);
  return running;
}

const app = express();
app.get('/items/:id', async (req, res) => {
  const id = Number(req.params.id);
  const running = inflight.get(id);
  if (running) return res.json(await running); // sink: http GET /items/:id
  res.json(await load(id)); // sink: http GET /items/:id
});
app.get('/sums/:id', async (req, res) => {
  res.json(await sum(Number(req.params.id))); // ok: another map
});
