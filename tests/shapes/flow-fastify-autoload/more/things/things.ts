import { getItem } from '@acme/client';
import type { FastifyPluginAsync } from 'fastify';

const things: FastifyPluginAsync = async (app) => {
  app.get('/', async () => getItem(1)); // expect: call getItem ; sink: http GET /things ; proven: http GET /things
};
export default things;
