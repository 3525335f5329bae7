// What a caller made on the server gives is what the procedure of that name gives; other procedures of its router give
// nothing of it.
import { getItem } from '@acme/client';
import { initTRPC } from '@trpc/server';
import { Hono } from 'hono';

const t = initTRPC.create();
const items = t.router({
  one: t.procedure.query(async () => {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    return item; // sink: http QUERY items.one ; proven: http QUERY items.one
  }),
  two: t.procedure.query(async () => {
    const item = await getItem(2); // expect: call getItem ; reach: decides
    return { seen: item.seen > 3 }; // sink: http QUERY items.two
  }),
  none: t.procedure.query(async () => ({ kept: 1 })),
});
const appRouter = t.router({ items });
const createCaller = t.createCallerFactory(appRouter);

const app = new Hono();
app.get('/one', async (c) => {
  const api = createCaller({});
  return c.json(await api.items.one()); // sink: http GET /one ; proven: http GET /one
});
app.get('/direct', async (c) => {
  return c.json(await appRouter.createCaller({}).items.one()); // sink: http GET /direct ; proven: http GET /direct
});
app.get('/none', async (c) => {
  return c.json(await appRouter.createCaller({}).items.none()); // ok: this procedure gives nothing of an item
});
app.use('*', async (c, next) => {
  c.set('api', createCaller({}));
  await next();
});
app.get('/kept', async (c) => {
  return c.json((await c.var.api.items.one()).title); // sink: http GET /kept
});
export default app;
