import { getItem } from '@acme/client';
import type { FastifyPluginAsync } from 'fastify';

const items: FastifyPluginAsync = async (app) => {
  app.get('/:id', async () => getItem(1)); // expect: call getItem ; sink: http GET /api/items/:id ; proven: http GET /api/items/:id
};
export default items;
