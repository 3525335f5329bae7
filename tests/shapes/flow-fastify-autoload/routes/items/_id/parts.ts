import { getItem } from '@acme/client';
import type { FastifyPluginAsync } from 'fastify';

const parts: FastifyPluginAsync = async (app) => {
  app.get('/parts', async () => getItem(1)); // expect: call getItem ; sink: http GET /parts ; possible: http GET /parts
};
export default parts;
