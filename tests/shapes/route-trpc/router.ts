// Procedures have no path but a name: the keys of the routers that hold them.
import { initTRPC } from '@trpc/server';
import { getItem } from '@acme/client';

const t = initTRPC.create();
const router = t.router;
const open = t.procedure;

const items = router({
  byId: open.input((id: unknown) => Number(id)).query(async () => {
    return getItem(1); // expect: call getItem ; sink: http QUERY items.byId
  }),
  touch: open.mutation(() => {
    return {}; // sink: http MUTATION items.touch
  }),
});

export const root = router({ items });
