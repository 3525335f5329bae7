import { getItem } from '@acme/client';
import { base, router } from './trpc';

const withUser = base.use(async ({ next }) => next({ ctx: { user: 1 } }));
export const itemsRouter = router({
  one: base.unstable_concat(withUser).query(async () => {
    return getItem(1); // expect: call getItem ; sink: http QUERY deep.later.one ; http QUERY items.one
  }),
});
