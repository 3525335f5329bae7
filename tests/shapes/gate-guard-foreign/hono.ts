// The same where a method of the request reads what a client sends.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { items } from './schema';

const app = new Hono();

app.post('/read/:id', async (c) => {
  const body = await c.req.json();
  if (body.withheld) return c.json(null);
  return c.json(await getItem(Number(c.req.param('id')))); // expect: call getItem ; gate: none
});

app.post('/asked/:id', async (c) => {
  const [row] = await db.select().from(items).where(eq(items.id, Number(c.req.param('id'))));
  if (row?.withheld) return c.notFound();
  return c.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});

export default app;
