// What a handler returns answers the request; what a hook returns does not.
import { getItem, findItems } from '@acme/client';
import fastify from 'fastify';

const server = fastify();
server.get<{ Params: { id: string } }>('/items/:id', async (request) => {
  const item = await getItem(Number(request.params.id)); // expect: call getItem ; reach: renders
  return { title: item.title }; // sink: http GET /items/:id
});
server.post('/warm', async () => {
  const found = await findItems('x'); // expect: call findItems ; reach: decides
  if (found.length > 3) console.log('many'); // sink: control
  return { warm: true }; // ok: nothing of it
});
await server.listen({ port: 3000 });
