import * as trpcExpress from '@trpc/server/adapters/express';
import express from 'express';
import { getItem } from '@acme/client';
import { appRouter } from './router';

class Items {
  async load(id: number) {
    return getItem(id); // expect: call getItem ; reach: renders
  }
}
export const createContext = async () => {
  const kept = await getItem(4); // expect: call getItem ; reach: renders
  return { items: new Items(), kept, other: 1 };
};
export type Context = Awaited<ReturnType<typeof createContext>>;
const app = express();
app.use('/trpc', trpcExpress.createExpressMiddleware({ router: appRouter, createContext }));
app.listen(1);
