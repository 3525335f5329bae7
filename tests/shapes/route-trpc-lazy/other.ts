import { getItem } from '@acme/client';
import { base, router } from './trpc';

export const otherRouter = router({
  one: base.query(async () => {
    return getItem(2); // expect: call getItem ; sink: http QUERY deep.other.one
  }),
});
