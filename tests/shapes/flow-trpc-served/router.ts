// What serves a router is no place to which a value is lost, and is told of what procedures throw.
import { initTRPC } from '@trpc/server';
import { getItem } from '@acme/client';

const t = initTRPC.create();
const inner = t.router({
  kept: t.procedure.query(async () => {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    return { title: item.title }; // sink: http QUERY inner.kept
  }),
  thrown: t.procedure.query(async () => {
    const item = await getItem(2); // expect: call getItem ; reach: renders
    if (!item.title) throw new Error(item.reason); // sink: http QUERY inner.thrown
    return { ok: true };
  }),
});
export const appRouter = t.router({ inner });
