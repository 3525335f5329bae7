// What stands in the chain of a procedure runs before its resolver, in other files too.
import { TRPCError, initTRPC } from '@trpc/server';

export const t = initTRPC.context<{ item: { id: number; withheld: boolean }; user: string }>().create();

const shown = t.middleware(async ({ ctx, next }) => {
  if (ctx.item.withheld) throw new TRPCError({ code: 'FORBIDDEN' });
  return next({ ctx: { ...ctx, item: ctx.item } });
});
const late = t.middleware(async ({ ctx, next }) => {
  const found = await next();
  if (ctx.item.withheld) throw new TRPCError({ code: 'FORBIDDEN' });
  return found;
});
const named = t.middleware(async (opts) => {
  return opts.next({ ctx: { ...opts.ctx, user: 'nobody' } });
});

export const open = t.procedure.use(named);
export const guarded = t.procedure.use(shown).use(named);
export const tooLate = t.procedure.use(late);
