// An application that another one mounts answers below that path alone, unless it listens by itself, too.
import { getItem } from '@acme/client';
import express from 'express';
import Koa from 'koa';
import mount from 'koa-mount';
import { shared } from './shared';

const inner = express();
inner.get('/one', async (_req, res) => {
  res.json(await getItem(1)); // expect: call getItem ; sink: http GET /api/one
});
const alone = express();
alone.get('/two', async (_req, res) => {
  res.json(await getItem(2)); // expect: call getItem ; sink: http GET /two
});
const app = express();
app.use('/api', inner);
app.use('/shared', shared);
app.listen(3000);

const koa = new Koa();
koa.use(async (ctx) => {
  ctx.body = await getItem(3); // expect: call getItem ; sink: http ALL /koa/*
});
const outer = new Koa();
outer.use(mount('/koa', koa));
outer.listen(3001);
