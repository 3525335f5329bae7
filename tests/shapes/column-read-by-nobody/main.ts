// A column that is read by a handler which nobody registers is not shown by it.
import { getItem } from '@acme/client';
import express from 'express';
import { db } from './db';
import * as handlers from './handlers';
import { items } from './schema';

const app = express();
app.post('/items/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem
  await db.insert(items).values({ id: 1, title: found.title, body: found.body }); // sink: database items.title ; sink: database items.body
  res.sendStatus(204);
});
app.get('/titles', handlers.routed);
