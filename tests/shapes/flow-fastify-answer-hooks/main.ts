// Fastify: what a hook of the answer gives is the answer; what one gives that runs before a handler is not. A hook is
// given the answer, or what it calls to go on, behind the reply.
import Fastify from 'fastify';
import { findItems, getItem } from '@acme/client';

const app = Fastify();
app.addHook('preSerialization', async (request, reply, payload) => ({ payload, more: await getItem(1) })); // expect: call getItem ; sink: http ALL /*
app.addHook('onSend', async (request, reply, payload) => {
  reply.header('X-Item', (await getItem(2)).title); // expect: call getItem ; sink: http ALL /*
  return payload;
});
app.addHook('preHandler', (request, reply, done) => {
  findItems('x').then((items) => (items.length > 9 ? reply.send(items) : done())); // expect: call findItems ; sink: http ALL /*
});
app.addHook('onRequest', async () => getItem(3)); // expect: call getItem ; reach: contained
app.get('/seen', async () => {
  await getItem(4); // expect: call getItem ; reach: contained
  return 'seen'; // ok: nothing of it
});
