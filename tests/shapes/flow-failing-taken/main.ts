// What a handler throws comes to whom its framework gives errors: `onError` of Hono, `setErrorHandler` of Fastify, and in Koa
// out of `next()` of those before it. Each framework has its own.
import { getItem } from '@acme/client';
import Fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';

async function load(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: renders
  if (!item.tracks) throw new Error(`nothing on ${item.title}`);
}

const hono = new Hono();
hono.get('/hono', async (c) => {
  await load(1);
  return c.text('ok'); // ok: nothing of it
});
hono.onError((error, c) => c.json({ message: error.message }, 500)); // sink: http GET /hono

const fastify = Fastify();
fastify.get('/fastify', async (_request, reply) => {
  await load(2); // sink: http GET /fastify
  reply.send('ok'); // ok: nothing of it
});
fastify.setErrorHandler((error, _request, reply) => {
  reply.status(500).send({ message: error.message }); // sink: http GET /fastify
});

const koa = new Koa();
koa.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    ctx.body = { message: (error as Error).message }; // sink: http ALL /*
  }
});
koa.use(async (ctx) => {
  await load(3);
  ctx.body = 'ok'; // ok: nothing of it
});
