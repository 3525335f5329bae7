// Fastify: plugins inside of plugins have the prefixes of both; one is loaded where it is registered; hooks hand on.
import fastify from 'fastify';
import { getItem } from '@acme/client';
import items from './items';

const app = fastify();
app.register(
  async (inner) => {
    inner.register(items, { prefix: '/items' });
  },
  { prefix: '/v1' }
);
app.register(import('./items'), { prefix: '/lazy' });
app.addHook('preHandler', async (request) => {
  request.item = await getItem(3); // expect: call getItem
});
app.get('/kept', async (request) => request.item); // sink: http GET /kept
app.get('/other', async (request) => request.id); // ok: nothing of the item
