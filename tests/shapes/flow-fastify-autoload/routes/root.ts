import { getItem } from '@acme/client';
import type { FastifyPluginAsync } from 'fastify';

const root: FastifyPluginAsync = async (app) => {
  app.get('/root', async () => getItem(1)); // expect: call getItem ; sink: http GET /api/root ; proven: http GET /api/root
};
export default root;
