import { getItem } from '@acme/client';
import type { FastifyPluginAsync } from 'fastify';

export const autoPrefix = '/elsewhere';

const own: FastifyPluginAsync = async (app) => {
  app.get('/own', async () => getItem(1)); // expect: call getItem ; sink: http GET /own ; possible: http GET /own
};
export default own;
