// Hooks of an instance, which Fastify runs before the handlers of its routes and of plugins that are registered on it;
// beside them hooks of another instance, of a later stage, and plugins apart.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { db } from './db';
import { items } from './schema';

type Asked = FastifyRequest<{ Params: { id: string; of: string } }>;
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const refuse = async (request: Asked, reply: FastifyReply) => {
  const row = await one(Number(request.params.id));
  if (row.withheld) return reply.code(404).send();
};

const app = Fastify();
app.addHook('preHandler', refuse);
app.get('/a/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: guard
app.get('/b/:id/:of', async (request: Asked) => getItem(Number(request.params.of))); // expect: call getItem ; gate: none
app.register(async (scope: FastifyInstance) => {
  scope.get('/c/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: guard
});

const late = Fastify();
late.addHook('onResponse', refuse);
late.get('/d/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: none

const apart = Fastify();
async function guarded(scope: FastifyInstance) {
  scope.addHook('onRequest', async (request: Asked) => {
    const row = await one(Number(request.params.id));
    if (row.withheld) throw new Error('withheld');
  });
  scope.get('/e/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: guard
}
async function open(scope: FastifyInstance) {
  scope.get('/f/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: none
}
apart.register(guarded, { prefix: '/guarded' });
apart.register(open);
apart.get('/g/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: none

const some = Fastify();
some.addHook('preHandler', async (request: Asked, reply) => {
  if (request.url.startsWith('/open')) return;
  return refuse(request, reply);
});
some.get('/h/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: none
const done = Fastify();
done.addHook('preHandler', (request: Asked, reply, next) => {
  one(Number(request.params.id)).then((row) => (row.withheld ? reply.code(404).send() : next()));
});
done.get('/i/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: guard
for (const each of [app, late, apart, some, done]) each.listen({ port: 0 });

const after = Fastify();
after.get('/h/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: guard
after.addHook('preHandler', refuse);

const perhaps = Fastify();
perhaps.get('/i/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: none
if (process.env.STRICT) perhaps.addHook('preHandler', refuse);

const told = Fastify();
told.get('/j/:id', async (request: Asked) => getItem(Number(request.params.id))); // expect: call getItem ; gate: none
told.addHook('onResponse', refuse);
