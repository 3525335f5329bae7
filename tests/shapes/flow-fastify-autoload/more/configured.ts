import { getItem } from '@acme/client';
import type { FastifyPluginAsync } from 'fastify';

export const autoConfig = { prefix: '/elsewhere' };

const configured: FastifyPluginAsync = async (app) => {
  app.get('/configured', async () => getItem(1)); // expect: call getItem ; sink: http GET /configured ; possible: http GET /configured
};
export default configured;
