// Koa: what is assigned to the context, or to its response, is the answer; routers have prefixes and are mounted below others.
import Koa from 'koa';
import Router from '@koa/router';
import { getItem } from '@acme/client';
import items from './items';

const pages = new Router({ prefix: '/pages' });
pages
  .get('/:id', async ({ response }) => {
    response.body = await getItem(3); // expect: call getItem ; sink: http GET /v1/pages/:id
  })
  .post('/:id', async (ctx) => {
    const item = await getItem(4); // expect: call getItem
    ctx.cookies.set('title', item.title); // sink: http POST /v1/pages/:id
    ctx.throw(400, item.title); // sink: http POST /v1/pages/:id
  });

async function moved(ctx: Koa.ParameterizedContext) {
  ctx.redirect((await getItem(6)).title); // expect: call getItem ; sink: http GET /v1/pages/moved ; http HEAD /v1/pages/moved
}
const auth = () => async (_ctx: Koa.Context, next: Koa.Next) => next();
pages.register('/moved', ['get', 'head'], [auth(), moved]);

const root = new Router();
root.use('/v1', pages.routes(), items.routes());

const app = new Koa();
app.use(async (ctx, next) => {
  const item = await getItem(5); // expect: call getItem ; reach: contained
  const other: { body?: string } = {};
  other.body = item.title; // ok: no context
  ctx.status = 200;
  await next();
});
app.use(root.routes()).use(root.allowedMethods());
app.listen(3000);
