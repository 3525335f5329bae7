// Errors that a framework answers with show what they are made of; cookies are part of an answer, and settings are kept.
import { Controller, Get, NotFoundException } from '@nestjs/common';
import { TRPCError, initTRPC } from '@trpc/server';
import { GraphQLError } from 'graphql';
import express from 'express';
import Koa from 'koa';
import { getItem } from '@acme/client';

@Controller('items')
export class Items {
  @Get(':id')
  async show() {
    const item = await getItem(1); // expect: call getItem
    if (!item.id) throw new NotFoundException(`no ${item.title}`); // sink: http GET /items/:id
    throw new Error('fixed'); // ok: nothing of the item
  }

  @Get('seen')
  async seen() {
    await getItem(2); // expect: call getItem ; reach: contained
    throw new NotFoundException('seen'); // ok: a text of its own
  }
}

const t = initTRPC.meta<object>().context<object>().create();
export const router = t.router({
  item: t.procedure.query(async () => {
    const item = await getItem(3); // expect: call getItem
    throw new TRPCError({ code: 'NOT_FOUND', message: item.title }); // sink: http QUERY item
  }),
  graph: t.procedure.query(async () => {
    const item = await getItem(4); // expect: call getItem
    throw new GraphQLError(item.title); // sink: http QUERY graph
  }),
});

const app = express();
app.set('item', await getItem(5)); // expect: call getItem ; escape: unmodelled-code
app.locals.item = await getItem(7); // expect: call getItem ; escape: unmodelled-code
const own = { locals: { item: null } };
own.locals.item = await getItem(8); // expect: call getItem ; reach: contained

new Koa().use(async (ctx) => {
  const item = await getItem(6); // expect: call getItem
  Object.assign(ctx, { body: item });
});

new Koa().use(async (ctx, next) => {
  await next();
  ctx.body = { data: ctx.body }; // sink: http ALL /*
});
