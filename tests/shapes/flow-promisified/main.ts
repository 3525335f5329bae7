// What a function gives its callback is what the promise of its promisified form gives.
import { getItem } from '@acme/client';
import express from 'express';
import { promisify } from 'node:util';

type Done = (error: Error | null, item?: any, count?: number) => void;
function load(id: number, done: Done) {
  getItem(id).then((item) => done(null, item), done); // expect: call getItem
}
function count(id: number, done: Done) {
  const loading = getItem(id); // expect: call getItem
  loading.then((item) => {
    console.log(item); // sink: log
    done(null, 1);
  });
}
const app = express();
const loaded = promisify(load);
const counted = promisify(count);
app.get('/loaded', async (_req, res) => {
  res.json(await loaded(3)); // proven: http GET /loaded ; sink: http GET /loaded
});
app.get('/then', (_req, res) => {
  promisify(load)(4).then((item) => res.json(item)); // proven: http GET /then ; sink: http GET /then
});
app.get('/counted', async (_req, res) => {
  res.json(await counted(3)); // ok: not given to the callback
});
