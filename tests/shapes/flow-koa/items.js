const Router = require('koa-router');
const { getItem } = require('@acme/client');

const router = new Router();
router.prefix('/items');

async function load(ctx, next) {
  ctx.state.item = await getItem(1); // expect: call getItem
  await next();
}

router.get('/:id', load, (ctx) => {
  ctx.body = ctx.state.item; // sink: http GET /v1/items/:id
});
router.get('/:id/seen', async (ctx) => {
  await getItem(2); // expect: call getItem ; reach: contained
  ctx.body = 'seen'; // ok: a text of its own
});

module.exports = router;
