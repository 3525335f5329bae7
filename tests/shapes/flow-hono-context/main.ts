// What one handler sets in Hono's context another one gets from it, by its key; an answer holds nothing else of the context.
import { findItems, getItem } from '@acme/client';
import { sValidator } from '@hono/standard-validator';
import { Hono } from 'hono';

const app = new Hono();
app.use('*', async (c, next) => {
  c.set('item', await getItem(7)); // expect: call getItem
  await next();
});
app.use(async (c, next) => {
  const item = await getItem(8); // expect: call getItem
  await next();
  c.res.headers.set('X-Item', item.title); // sink: http ALL /*
  c.req.raw.headers.set('X-Item', 'seen'); // ok: nothing of it
});
app.get('/item', (c) => c.json(c.get('item'))); // sink: http GET /item
app.get('/other', (c) => c.json(c.get('other'))); // ok: another key

export const found = new Hono()
  .get('/kept', sValidator('query', {}), async (c) => {
    c.set('found', await findItems('x')); // expect: call findItems ; reach: contained
    return c.json({ done: true }); // ok: nothing of it
  })
  .get('/shown', sValidator('query', {}), async (c) => {
    return c.json({ found: await findItems('y') }); // expect: call findItems ; sink: http GET /found/shown
  });
app.route('/found', found);
