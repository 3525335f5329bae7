// hapi's routes are objects, alone or in a list; Elysia's routers have prefixes and are used by others.
import Hapi from '@hapi/hapi';
import { Elysia } from 'elysia';
import { getItem } from '@acme/client';

const server = Hapi.server({ port: 3000 });
server.route({
  method: 'GET',
  path: '/items/{id}',
  handler: async (_request, _toolkit) => getItem(1), // expect: call getItem ; sink: http GET /items/{id}
});
server.route([
  { method: 'POST', path: '/items', handler: async () => getItem(2) }, // expect: call getItem ; sink: http POST /items
  {
    method: 'PUT',
    path: '/seen',
    options: {
      handler: async () => {
        await getItem(3); // expect: call getItem ; reach: contained
        return 'seen'; // ok: a text of its own
      },
    },
  },
]);

const pages = new Elysia({ prefix: '/pages' }).get('/:id', () => getItem(4)); // expect: call getItem ; sink: http GET /api/pages/:id
new Elysia({ prefix: '/api' })
  .use(pages)
  .post('/title', async () => {
    const item = await getItem(5); // expect: call getItem
    return { title: item.title }; // sink: http POST /api/title
  })
  .listen(3001);
