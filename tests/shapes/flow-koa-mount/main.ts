// An application that stands below a path of another one.
import Koa from 'koa';
import mount from 'koa-mount';
import Router from '@koa/router';
import { getItem } from '@acme/client';

const router = new Router();
router.get('/:id', async (context) => {
  const item = await getItem(Number(context.params.id)); // expect: call getItem
  context.body = item.title; // sink: http GET /items/:id
});
router.get('/', async (context) => {
  context.body = 'none'; // ok: nothing of an item
});
const app = new Koa();
app.use(mount('/items', router.routes()));
