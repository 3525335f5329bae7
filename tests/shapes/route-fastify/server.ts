// Plugins get the instance that they register on, below a prefix.
import fastify, { type FastifyInstance } from 'fastify';
import { getItem } from '@acme/client';

const server = fastify();

async function items(instance: FastifyInstance) {
  instance.get('/:id', { schema: {} }, async () => {
    return getItem(1); // expect: call getItem ; sink: http GET /items/:id
  });
  instance.route({
    method: ['PUT', 'PATCH'],
    url: '/:id',
    handler: async (request, reply) => {
      reply.code(200).send(await getItem(2)); // expect: call getItem ; sink: http PUT /items/:id ; http PATCH /items/:id
    },
  });
}

server.register(items, { prefix: '/items' });
server.get('/health', async (_request, reply) => {
  reply.send({ up: true }); // sink: http GET /health
});
