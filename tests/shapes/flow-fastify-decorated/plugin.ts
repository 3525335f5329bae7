import fp from 'fastify-plugin';
import { Svc } from './svc';
export default fp(async (app) => {
  app.decorate('svc', new Svc());
  app.decorate('load', async (id: number) => new Svc().other(id));
  app.decorateRequest('kept', null);
});
declare module 'fastify' { interface FastifyInstance { svc: Svc; load(id: number): Promise<any> } }
