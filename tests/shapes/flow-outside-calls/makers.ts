// A function in an object that code outside of the tree is given: whatever that makes of it, its answer is not seen again.
import { getItem } from '@acme/client';
import express from 'express';
import { Thing, make } from 'things';

const thing = new Thing({ load: async (id: string) => getItem(Number(id)) }); // expect: call getItem ; escape: unresolved-call
const made = make({ load: async (id: string) => getItem(Number(id)) }); // expect: call getItem ; escape: unresolved-call

const app = express();
app.get('/things/:id', async (req, res) => {
  res.json(await thing.get(req.params.id));
});
app.get('/made/:id', async (req, res) => {
  res.json(await made.get(req.params.id));
});
