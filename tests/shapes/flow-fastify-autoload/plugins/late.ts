import { getItem } from '@acme/client';
import type { FastifyPluginAsync } from 'fastify';

const late: FastifyPluginAsync = async (app) => {
  app.get('/late', async () => getItem(1)); // expect: call getItem ; sink: http GET /late ; possible: http GET /late
};
export default late;
