// Functions come to where they are called in an object: shorthand, under a condition, by default, behind an interface.
import { findItems, getItem, lookupItem } from '@acme/client';
import express from 'express';

interface Deps {
  fetchItem: (id: number) => Promise<{ title: string }>;
  search?: (text: string) => Promise<unknown>;
  look?: (name: string) => Promise<unknown>;
}
async function run(deps: Deps, id: number) {
  const item = await deps.fetchItem(id);
  const found = await deps.search?.('x');
  const look = deps.look ?? lookupItem;
  return { item, found, looked: await look('x') }; // expect: call lookupItem ; reach: renders
}
const fetchItem = (id: number) => getItem(id); // expect: call getItem ; reach: renders
const configured = Boolean(process.env.ACME_URL);

const app = express();
app.get('/run/:id', async (req, res) => {
  const made = await run({ fetchItem, search: configured ? findItems : undefined }, Number(req.params.id)); // expect: reference findItems ; reach: renders
  res.json(made); // sink: http GET /run/:id
});
app.get('/stub/:id', async (req, res) => {
  const made = await run({ fetchItem: async () => ({ title: 'x' }), look: async () => 1 }, Number(req.params.id));
  res.json(made.item); // ok: another function under the same name
});
