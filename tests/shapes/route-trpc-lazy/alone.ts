import { getItem } from '@acme/client';
import { base, router } from './trpc';

export const aloneRouter = router({
  one: base.query(async () => {
    return getItem(3); // expect: call getItem ; sink: http QUERY one
  }),
});
