// What a procedure returns answers the call.
import { getItem } from '@acme/client';
import { initTRPC } from '@trpc/server';

const t = initTRPC.create();
export const router = t.router({
  byId: t.procedure.query(async () => {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    return { title: item.title }; // sink: http QUERY byId
  }),
  ping: t.procedure.query(() => ({ up: true })), // ok: nothing of it
});
