import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
const routes: FastifyPluginAsync = async (app) => {
  app.get('/a', async (request, reply) => {
    return app.svc.load(1); // sink: http GET /v1/a
  });
  app.get('/b', async (request, reply) => {
    reply.send(await request.server.svc.load(2)); // sink: http GET /v1/b
  });
  app.get('/c', async () => app.load(3)); // sink: http GET /v1/c
  app.get('/d', handler);
};
async function handler(this: FastifyInstance) {
  return this.svc.load(4); // sink: http GET /v1/d ; possible: http GET /v1/d
}
export default routes;
