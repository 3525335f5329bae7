// A schema of the answer lets through the members that it has, and leaves out what else a handler gives.
import { getItem } from '@acme/client';
import { Type } from '@sinclair/typebox';
import { initTRPC } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import Fastify from 'fastify';
import { z } from 'zod';

const load = async (id: number) => ({ secret: (await getItem(id)).secret, title: 'none' }); // expect: call getItem
const Public = z.object({ title: z.string() });
const Known = Public.extend({ secret: z.string() });
const listed = { type: 'array', items: { type: 'object', properties: { title: { type: 'string' } } } };
const known = { schema: { response: { 200: { type: 'object', properties: { secret: { type: 'string' } } } } } };
const open = { schema: { response: { 200: { type: 'object', properties: {}, additionalProperties: true } } } };
const app = Fastify();

app.get('/known', known, async () => load(1)); // proven: http GET /known ; sink: http GET /known
app.get('/open', open, async () => load(1)); // proven: http GET /open ; sink: http GET /open
app.get('/zod', { schema: { response: { 200: Known } } }, async () => load(1)); // proven: http GET /zod ; sink: http GET /zod
app.get('/asked', { schema: { querystring: Public } }, async () => load(1)); // proven: http GET /asked ; sink: http GET /asked
app.get('/failed', { schema: { response: { 200: Public } } }, async (_request, reply) => {
  reply.code(409);
  return load(1); // proven: http GET /failed ; sink: http GET /failed
});
app.get('/typebox', { schema: { response: { 200: Type.Object({ secret: Type.String() }) } } }, async () => load(1)); // proven: http GET /typebox ; sink: http GET /typebox

const t = initTRPC.create();
const router = t.router({
  known: t.procedure.output(Known).query(() => load(1)), // proven: http QUERY known ; sink: http QUERY known
  whole: t.procedure.input(Public).query(() => load(1)), // proven: http QUERY whole ; sink: http QUERY whole
  shown: t.procedure.output(Public).query(() => load(2)), // ok: left out
});
createHTTPServer({ router }).listen(2022);

// good twins: schemas without that member
app.get('/listed', { schema: { response: { 200: listed } } }, async () => [await load(2)]); // ok: left out of the elements
app.get('/public', { schema: { response: { 200: Public } } }, async () => load(2)); // ok: left out
app.route({
  method: 'GET',
  url: '/routed',
  schema: { response: { 200: Type.Object({ title: Type.String() }) } },
  handler: async () => load(2), // ok: left out
});

// what stands for a handler answers
const quiet = (handler: any) => async (...given: any[]) => {
  await handler(...given);
  return { done: true };
};
const passing = (handler: any) => async (...given: any[]) => {
  return handler(...given); // proven: http GET /passed ; sink: http GET /passed
};
app.get('/quiet', quiet(async () => load(2))); // ok: nothing of it
app.get('/passed', passing(async () => load(1)));

// what is sent of the answer is left out just so
app.get('/sent/known', known, async (_request, reply) => {
  reply.send(await load(1)); // proven: http GET /sent/known ; sink: http GET /sent/known
});
app.get('/sent/failed', { schema: { response: { 200: Public } } }, async (_request, reply) => {
  reply.code(409).send(await load(1)); // proven: http GET /sent/failed ; sink: http GET /sent/failed
});
app.get('/sent/headers', { schema: { response: { 200: Public } } }, async (_request, reply) => {
  reply.headers({ secret: (await load(1)).secret }); // proven: http GET /sent/headers ; sink: http GET /sent/headers
  return {};
});
app.get('/sent/public', { schema: { response: { 200: Public } } }, async (_request, reply) => {
  return reply.send(await load(2)); // ok: left out
});
const answer = (reply: any, item: any) => reply.send(item); // ok: left out of the answers of those who call it
app.get('/sent/helper', { schema: { response: { 200: Public } } }, (_request, reply) => {
  load(2).then((item) => answer(reply, item));
});
