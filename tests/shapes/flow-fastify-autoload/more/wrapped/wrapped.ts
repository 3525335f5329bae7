import { getItem } from '@acme/client';
import type { FastifyPluginAsync } from 'fastify';
import fp from 'fastify-plugin';

const wrapped: FastifyPluginAsync = async (app) => {
  app.get('/wrapped', async () => getItem(1)); // expect: call getItem ; sink: http GET /wrapped ; possible: http GET /wrapped
};
export default fp(wrapped);
