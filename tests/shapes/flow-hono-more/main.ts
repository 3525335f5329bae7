// Hono: described routes, routers in a chain, what one handler sets and the next one gets by the same name, and streams.
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { streamSSE } from 'hono/streaming';
import { getItem } from '@acme/client';
import { items } from './items';

const load = createMiddleware(async (c, next) => {
  c.set('item', await getItem(3)); // expect: call getItem
  await next();
});

const pages = new Hono()
  .get('/', load, (c) => c.json(c.get('item'))) // sink: http GET /api/pages
  .get('/title', load, (c) => c.text(c.var.item.title)) // sink: http GET /api/pages/title
  .get('/user', load, (c) => c.json(c.get('user'))) // ok: another name
  .get('/live', (c) =>
    streamSSE(c, async (stream) => {
      const item = await getItem(4); // expect: call getItem
      await stream.writeSSE({ data: item.title }); // sink: http GET /api/pages/live
    })
  );

const app = new Hono().basePath('/api').route('/pages', pages);
app.route('/items', items);

export default app;
