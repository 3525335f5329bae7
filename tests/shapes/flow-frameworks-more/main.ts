// Further ways of frameworks to answer: groups, several verbs, what nothing was found for, views, headers.
import { getItem } from '@acme/client';
import { Elysia } from 'elysia';
import Fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';

const load = () => getItem(1); // expect: call getItem

const fastify = Fastify();
fastify.setNotFoundHandler(async (_request, reply) => {
  reply.code(404).send(await load()); // sink: http ALL /*
});
fastify.get('/view', async (_request, reply) => {
  return reply.view('item', { item: await load() }); // sink: http GET /view
});
fastify.get('/moved', async (_request, reply) => {
  await load();
  return reply.code(302).redirect('/view'); // ok: an address of its own
});

const hono = new Hono();
hono.on(['PUT', 'DELETE'], '/both', async (c) => c.json(await load())); // sink: http PUT /both ; http DELETE /both
hono.on('POST', '/none', async (c) => {
  await load();
  return c.json({ none: true }); // ok: nothing of it
});

const elysia = new Elysia().group('/v1', (group) =>
  group.get('/items', async () => (await load()).title), // sink: http GET /v1/items
);

const koa = new Koa();
koa.use(async (ctx) => {
  ctx.res.setHeader('x-title', (await load()).title); // sink: http ALL /*
});
koa.use(async (ctx) => {
  await load();
  ctx.res.setHeader('x-title', 'none'); // ok: a text of its own
});

void fastify.listen({ port: 2 });
elysia.listen(3);
koa.listen(4);
export default hono;
