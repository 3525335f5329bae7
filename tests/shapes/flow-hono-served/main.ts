// Hono on Node: an application that a server is given is mounted; a router's own base path stands below the mount's.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { getItem } from '@acme/client';

const app = new Hono();
const items = new Hono().basePath('/items');
items.get('/:id', async (c) => {
  const item = await getItem(1); // expect: call getItem
  return c.json(item); // sink: http GET /v1/items/:id ; proven: http GET /v1/items/:id
});
app.route('/v1', items);
app.get('/plain', async (c) => {
  const item = await getItem(2); // expect: call getItem
  return c.text(item.title); // sink: http GET /plain ; proven: http GET /plain
});
app.onError(async (error, c) => c.json({ error: error.message, item: await getItem(3) })); // expect: call getItem ; sink: http ALL /* ; proven: http ALL /*
app.notFound(async (c) => c.json(await getItem(4), 404)); // expect: call getItem ; sink: http ALL /* ; proven: http ALL /*

const left = new Hono();
left.get('/left', async (c) => c.json(await getItem(5))); // expect: call getItem ; sink: http GET /left ; possible: http GET /left

serve(app);
