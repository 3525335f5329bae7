// Routes in a table: each handler has the verb and the path that stand beside it.
import express from 'express';
import { getItem } from '@acme/client';

const app = express();
const show = async (req, res) => {
  res.json(await getItem(1)); // expect: call getItem ; sink: http GET /items
};
const save = async (req, res) => {
  res.json(await getItem(2)); // expect: call getItem ; sink: http POST /items ; http PUT /kept
};
const seen = async (req, res) => {
  await getItem(3); // expect: call getItem ; reach: contained
  res.json({ seen: true }); // ok: nothing of the item
};

const routes = [
  { method: 'get', path: '/items', handler: show },
  { method: 'post', path: '/items', handler: save },
  { method: 'get', path: '/seen', handler: seen },
];
for (const route of routes) app[route.method](route.path, route.handler);

const more = [{ verb: 'put', at: '/kept', run: save }];
more.forEach(({ verb, at, run }) => app[verb](at, run));

const only = {
  '/only': async (req, res) => {
    res.json(await getItem(4)); // expect: call getItem ; sink: http GET /only
  },
};
for (const [path, run] of Object.entries(only)) app.get(path, run);

const several = {
  '/first': async (req, res) => {
    res.json(await getItem(5)); // expect: call getItem ; sink: http GET /first
  },
  '/second': async (req, res) => {
    await getItem(6); // expect: call getItem ; reach: contained
    res.json({ seen: true }); // ok: nothing of the item
  },
};
Object.entries(several).forEach(([path, run]) => app.get(path, run));

const byPath = new Map([['/map', async (_req, res) => res.json(await getItem(20))]]); // expect: call getItem ; sink: http GET /map
for (const [path, handler] of byPath) app.get(path, handler);

app.get(process.env.ITEM_PATH!, async (_req, res) => {
  res.json(await getItem(23)); // expect: call getItem ; sink: http GET /{} ; possible: http GET /{}
});
app.get(`${process.env.ITEM_PATH}/parts`, async (_req, res) => {
  res.json(await getItem(25)); // expect: call getItem ; sink: http GET /{}/parts ; proven: http GET /{}/parts
});
app.get(['', 'api', 'joined'].join('/') + '/x', async (_req, res) => {
  res.json(await getItem(24)); // expect: call getItem ; sink: http GET /api/joined/x
});
