// A flag that the client of the API decides about closes nothing; beside it the row's own, and what comes by a queue.
import { lookupItem } from '@acme/client';
import { Worker } from 'bullmq';
import { eq } from 'drizzle-orm';
import express from 'express';
import { Hono } from 'hono';
import { db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const app = express();
app.get('/a/:id', async (req, res) => {
  await lookupItem(String(req.params.id), { withheld: req.query.withheld === 'true' }); // expect: call lookupItem ; gate: unarmed
  await lookupItem(String(req.params.id), { withheld: req.body.withheld }); // expect: call lookupItem ; gate: unarmed
  await lookupItem(String(req.params.id), { withheld: Boolean(req.query.withheld) }); // expect: call lookupItem ; gate: unarmed
  const { withheld } = req.body;
  await lookupItem(String(req.params.id), { withheld }); // expect: call lookupItem ; gate: unarmed
  const row = await one(Number(req.params.id));
  await lookupItem(String(req.params.id), { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
  await lookupItem(String(req.params.id), { withheld: row.withheld || req.query.withheld === 'true' }); // expect: call lookupItem ; gate: argument
  await lookupItem(String(req.params.id), { withheld: req.query.all ? undefined : row.withheld }); // expect: call lookupItem ; gate: argument
  await lookupItem(String(req.params.id), { withheld: row.withheld && req.query.withheld === 'true' }); // expect: call lookupItem ; gate: unarmed
  res.end();
});

new Worker('items', async (job) => {
  await lookupItem(job.data.title, { withheld: job.data.withheld }); // expect: call lookupItem ; gate: argument
});

const hono = new Hono();
hono.post('/a', async (c) => {
  const { title, withheld } = await c.req.json();
  return c.json(await lookupItem(title, { withheld })); // expect: call lookupItem ; gate: unarmed
});
hono.post('/b', async (c) => {
  const body = await c.req.json();
  const row = await one(Number(body.id));
  return c.json(await lookupItem(String(body.id), { ...body, withheld: row.withheld })); // expect: call lookupItem ; gate: argument
});
export default hono;
