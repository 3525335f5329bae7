import { os as base } from '@orpc/server';
import { getItem } from '@acme/client';

const os = base.$context<{ user?: { id: string } }>().errors({ NOT_FOUND: {} });
const withItem = os.middleware(async ({ context, next }) => {
  const item = await getItem(9); // expect: call getItem ; reach: renders
  return next({ context: { ...context, item } });
});
export const open = os.use(async ({ next }) => next());
export const mine = open.use(withItem);
