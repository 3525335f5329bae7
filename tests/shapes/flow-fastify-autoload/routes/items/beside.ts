import { getItem } from '@acme/client';
import type { FastifyPluginAsync } from 'fastify';

const beside: FastifyPluginAsync = async (app) => {
  app.get('/beside', async () => getItem(1)); // expect: call getItem ; sink: http GET /beside ; possible: http GET /beside
};
export default beside;
