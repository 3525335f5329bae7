import { createSafeActionClient } from 'next-safe-action';

export const actionClient = createSafeActionClient({ handleServerError: (error) => error.message });
export const signedIn = actionClient.use(async ({ next }) => next({ ctx: { user: 1 } }));
