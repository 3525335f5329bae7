// What plugins decorate an application with is there wherever it, or a request, is at hand.
import fastify from 'fastify';
import plugin from './plugin';
import routes from './routes';
const server = fastify();
server.register(plugin);
server.register(routes, { prefix: '/v1' });
server.get('/top', async () => {
  await server.svc.quiet(1);
  return server.svc.load(1); // sink: http GET /top
});
server.get('/other', async () => other.svc.load(5)); // ok: a member of that name of something else
const other = { svc: { load: async (id: number) => ({ id }) } };
server.listen({ port: 1 });
