// The same in frameworks that give one context, and wait for what runs behind.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import Koa, { type Context, type Next } from 'koa';
import Router from '@koa/router';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const refuse = async (ctx: Context, next: Next) => {
  const row = await one(Number(ctx.params.id));
  if (row.withheld) ctx.throw(404);
  await next();
};
const refuse2 = async (ctx: Context, next: Next) => {
  const row = await one(Number(ctx.params.id));
  if (row.withheld) { ctx.status = 404; return; }
  return next();
};
const anyway = async (ctx: Context, next: Next) => {
  const row = await one(Number(ctx.params.id));
  if (row.withheld) ctx.status = 404;
  await next();
};
const router = new Router();
router.get('/guard/:id', refuse2, async (ctx) => {
  ctx.body = await getItem(Number(ctx.params.id)); // expect: call getItem ; gate: guard
});
router.get('/throws/:id', refuse, async (ctx) => {
  ctx.body = await getItem(Number(ctx.params.id)); // expect: call getItem ; gate: guard
});
router.get('/anyway/:id', anyway, async (ctx) => {
  ctx.body = await getItem(Number(ctx.params.id)); // expect: call getItem ; gate: none
});
const app = new Koa();
app.use(router.routes());

const hono = new Hono();
const refused = createMiddleware(async (c, next) => {
  const row = await one(Number(c.req.param('id')));
  if (row.withheld) return c.notFound();
  await next();
});
const late = createMiddleware(async (c, next) => {
  await next();
  const row = await one(Number(c.req.param('id')));
  if (row.withheld) return c.notFound();
});
hono.get('/guard/:id', refused, async (c) => {
  return c.json(await getItem(Number(c.req.param('id')))); // expect: call getItem ; gate: guard
});
hono.get('/of/:id/:of', refused, async (c) => {
  return c.json(await getItem(Number(c.req.param('of')))); // expect: call getItem ; gate: none
});
hono.get('/late/:id', late, async (c) => {
  return c.json(await getItem(Number(c.req.param('id')))); // expect: call getItem ; gate: none
});
hono.get('/inline/:id', async (c, next) => {
  const row = await one(Number(c.req.param('id')));
  if (row.withheld) return c.json({}, 404);
  await next();
}, async (c) => {
  return c.json(await getItem(Number(c.req.param('id')))); // expect: call getItem ; gate: guard
});
export default hono;
