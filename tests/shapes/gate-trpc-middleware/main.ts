// A check in a procedure's middleware keeps flagged rows from its resolver, unless the context is another one by then.
import { getItem } from '@acme/client';
import { TRPCError } from '@trpc/server';
import { rowOf } from './rows';
import { guarded, open, t, tooLate } from './procedures';
import { impersonated } from 'somewhere';

export const items = t.router({
  guarded: guarded.query(({ ctx }) => getItem(ctx.item.id)), // expect: call getItem ; gate: guard
  open: open.query(({ ctx }) => getItem(ctx.item.id)), // expect: call getItem ; gate: none
  tooLate: tooLate.query(({ ctx }) => getItem(ctx.item.id)), // expect: call getItem ; gate: none
  inChain: open
    .use(({ ctx, next }) => {
      if (ctx.item.withheld) throw new TRPCError({ code: 'FORBIDDEN' });
      return next();
    })
    .mutation(({ ctx }) => getItem(ctx.item.id)), // expect: call getItem ; gate: guard
  sometimes: open
    .use(({ ctx, next }) => {
      if (ctx.item.withheld && ctx.user) throw new TRPCError({ code: 'FORBIDDEN' });
      return next();
    })
    .mutation(({ ctx }) => getItem(ctx.item.id)), // expect: call getItem ; gate: none
  replaced: guarded
    .use(async ({ next }) => next({ ctx: { item: await rowOf(2) } }))
    .query(({ ctx }) => getItem(ctx.item.id)), // expect: call getItem ; gate: none
  elsewhere: guarded
    .use(async (opts) => opts.next({ ctx: { ...opts.ctx, ...(await rowOf(2)) } }))
    .query(({ ctx }) => getItem(ctx.item.id)), // expect: call getItem ; gate: none
  unknown: guarded.use(impersonated).query(({ ctx }) => getItem(ctx.item.id)), // expect: call getItem ; gate: none
  sent: guarded.query(({ input }) => getItem(input.id)), // expect: call getItem ; gate: none
  chosen: (process.env.OPEN ? open : guarded).query(({ ctx }) => getItem(ctx.item.id)), // expect: call getItem ; gate: none
});
