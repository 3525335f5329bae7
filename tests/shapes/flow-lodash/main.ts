// lodash: what `set` puts into an object is in it, what is asked of a list only decides; analytics keep what they are given.
import { getItem } from '@acme/client';
import { Analytics } from '@segment/analytics-node';
import express from 'express';
import { find, isEmpty, set, union } from 'lodash-es';
import { z } from 'zod';

const analytics = new Analytics({ writeKey: process.env.KEY! });
const Code = z.string().min(1).trim();
const Shown = z.union([z.object({ title: z.string() }), z.null()]).describe('what is shown');
const app = express();

class Store {
  items: Record<string, unknown> = {};
  other: Record<string, unknown> = {};

  async load(id: string) {
    const found = await getItem(Number(id)); // expect: call getItem
    set(this.items, [id], found);
    analytics.track({ userId: id, event: 'loaded', properties: { title: found.title } }); // sink: log
  }
}
const store = new Store();

app.post('/items/:id', async (req, res) => {
  await store.load(req.params.id);
  res.sendStatus(204);
});
app.get('/items/:id', (req, res) => {
  res.json(store.items[req.params.id]); // sink: http GET /items/:id
});
app.get('/others/:id', (req, res) => {
  res.json(store.other[req.params.id]); // ok: another object
});
app.get('/codes', async (_req, res) => {
  const found = await getItem(1); // expect: call getItem
  const codes = union([Code.parse(found.code)], ['none']);
  if (isEmpty(find(codes, (code) => code === 'gone'))) res.json({ codes }); // sink: http GET /codes
});
app.get('/shown', async (_req, res) => {
  const shown = Shown.safeParse(await getItem(2)); // expect: call getItem
  res.json(shown.data); // sink: http GET /shown
});
