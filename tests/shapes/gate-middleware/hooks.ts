// The same for hooks of a route: where one has answered, or failed, nothing comes behind it.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { db } from './db';
import { items } from './schema';

const app = Fastify();
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

const refuse = async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
  const row = await one(Number(request.params.id));
  if (row.withheld) return reply.code(404).send();
};
const refuse2 = async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
  const row = await one(Number(request.params.id));
  if (row.withheld) {
    reply.code(404).send({ error: 'withheld' });
    return;
  }
  request.log.info('open');
};
const refuse3 = async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
  const row = await one(Number(request.params.id));
  if (row.withheld) throw new Error('withheld');
};
const tells = async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
  const row = await one(Number(request.params.id));
  if (row.withheld) reply.code(404);
};
const returns = async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
  const row = await one(Number(request.params.id));
  if (row.withheld) return;
};
const done = (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, next: (error?: Error) => void) => {
  one(Number(request.params.id)).then((row) => {
    if (row.withheld) return next(new Error('withheld'));
    next();
  });
};
app.get('/a/:id', { preHandler: refuse }, async (request) => {
  return getItem(Number(request.params.id)); // expect: call getItem ; gate: guard
});
app.get('/b/:id', { preHandler: [refuse2] }, async (request) => {
  return getItem(Number(request.params.id)); // expect: call getItem ; gate: guard
});
app.get('/c/:id', { onRequest: refuse3 }, async (request) => {
  return getItem(Number(request.params.id)); // expect: call getItem ; gate: guard
});
app.get('/d/:id', { preHandler: tells }, async (request) => {
  return getItem(Number(request.params.id)); // expect: call getItem ; gate: none
});
app.get('/e/:id', { preHandler: returns }, async (request) => {
  return getItem(Number(request.params.id)); // expect: call getItem ; gate: none
});
app.get('/f/:id', { preHandler: done }, async (request) => {
  return getItem(Number(request.params.id)); // expect: call getItem ; gate: guard
});
app.get('/g/:id/:of', { preHandler: refuse }, async (request) => {
  return getItem(Number(request.params.of)); // expect: call getItem ; gate: none
});
app.get('/h/:id', { onSend: refuse }, async (request) => {
  return getItem(Number(request.params.id)); // expect: call getItem ; gate: none
});
app.route({ method: 'GET', url: '/i/:id', preHandler: [tells, refuse], handler: async (request) => {
  return getItem(Number(request.params.id)); // expect: call getItem ; gate: guard
} });
app.get('/j/:id', { preHandler: refuse, handler: async (request, reply) => {
  reply.send(await getItem(Number(request.params.id))); // expect: call getItem ; gate: guard
} });
app.get('/l/:id', {
  preHandler: async (request, reply) => {
    const row = await one(Number(request.params.id));
    if (row.withheld) return request.query.strict ? reply.code(404).send() : undefined;
  },
}, async (request) => {
  return getItem(Number(request.params.id)); // expect: call getItem ; gate: none
});
app.get('/k/:id', async (request) => {
  return getItem(Number(request.params.id)); // expect: call getItem ; gate: none
});
app.listen({ port: 1 });
