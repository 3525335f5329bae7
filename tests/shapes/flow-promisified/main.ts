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

// It is also called as it is: both its own callback and the promise get the item.
function both(id: number, done: Done) {
  getItem(id).then((item) => done(null, item), done); // expect: call getItem
}
const promised = promisify(both);
app.get('/promised', async (_req, res) => {
  res.json(await promised(3)); // proven: http GET /promised ; sink: http GET /promised
});
app.get('/called', (_req, res) => {
  both(4, (_error, item) => res.json(item)); // proven: http GET /called ; sink: http GET /called
});
