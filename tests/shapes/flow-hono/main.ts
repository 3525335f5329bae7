// Hono: what the context answers with, what a handler returns, and routers that are mounted below a path.
import { getItem } from '@acme/client';
import { Hono } from 'hono';

const items = new Hono();
items.get('/:id', async (c) => c.json(await getItem(Number(c.req.param('id'))))); // expect: call getItem ; sink: http GET /api/items/:id
items.get('/:id/page', async (c) => {
  const item = await getItem(1); // expect: call getItem
  return new Response(item.title); // sink: http GET /api/items/:id/page
});
items.get('/:id/seen', async (c) => {
  await getItem(2); // expect: call getItem ; reach: contained
  return c.text('seen'); // ok: a text of its own
});

const app = new Hono().basePath('/api');
app.route('/items', items);

export default app;
