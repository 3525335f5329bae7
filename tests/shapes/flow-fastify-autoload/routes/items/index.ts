import { getItem } from '@acme/client';
import type { FastifyPluginAsync } from 'fastify';

const items: FastifyPluginAsync = async (app) => {
  app.get('/:id', async () => getItem(1)); // expect: call getItem ; sink: http GET /:id ; possible: http GET /:id
};
export default items;
