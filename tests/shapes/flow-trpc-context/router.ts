// tRPC: what a middleware gives `next`, and what the context of each call is made of, is the context of the resolver.
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { getItem, findItems } from '@acme/client';
import type { Context } from './server';

const t = initTRPC.context<Context>().create();
const loaded = t.middleware(async ({ ctx, next }) => {
  const found = await findItems('x'); // expect: call findItems ; reach: renders
  return next({ ctx: { ...ctx, found } });
});
const withItem = t.procedure.input(z.object({ id: z.number() })).use(async ({ input, next }) => {
  const item = await getItem(input.id); // expect: call getItem ; reach: renders
  return next({ ctx: { item } });
});
const checked = t.procedure.use(async ({ next }) => {
  const item = await getItem(2); // expect: call getItem ; reach: decides
  if (!item) throw new Error('none'); // sink: control
  return next({ ctx: { checked: true } });
});
const base = t.procedure.use(async ({ ctx, next }) => next({ ctx: { ...ctx, user: 1 } }));
const withOther = base.use(async ({ ctx, next }) => {
  const other = await getItem(4); // expect: call getItem ; reach: renders
  return next({ ctx: { ...ctx, other } });
});
function note(ctx: any, title: string) {
  ctx.last = title;
}
export const appRouter = t.router({
  noted: withOther.mutation(({ ctx }) => {
    note(ctx, ctx.other.title);
    return (ctx as any).last; // sink: http MUTATION noted
  }),
  last: base.query(({ ctx }) => (ctx as any).last), // ok: each call has a context of its own
  title: withItem.query(({ ctx }) => ctx.item.title), // sink: http QUERY title
  shown: t.procedure.use(loaded).query(({ ctx }) => ctx.found), // sink: http QUERY shown
  plain: t.procedure.query(({ ctx }) => (ctx as any).item), // ok: no middleware gave that one an item
  checked: checked.query(({ ctx }) => ctx.checked),
  first: t.procedure.query(({ ctx }) => ctx.items.load(3)), // sink: http QUERY first
  kept: t.procedure.mutation(({ ctx }) => ctx.kept), // sink: http MUTATION kept
  other: t.procedure.query(({ ctx }) => ctx.other), // ok: another part of the context
});
