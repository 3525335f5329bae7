// Each handler answers at the path that stands beside its name in the contract, in a wrapper too.
import { tsr } from '@ts-rest/serverless/fetch';
import { getItem } from '@acme/client';
import { contract } from './contract';

const signedIn = <R>(handler: (id: number, user: string) => Promise<R>) => async (request: { params: { id: number } }) => {
  return await handler(request.params.id, 'somebody'); // sink: http GET /api/items/:id
};

export const router = tsr.router(contract, {
  getItem: signedIn(async (id) => {
    const item = await getItem(id); // expect: call getItem
    return { status: 200, body: { item } }; // sink: http GET /api/items/:id
  }),
  touchItem: async ({ params }: { params: { id: number } }) => {
    await getItem(params.id); // expect: call getItem
    return { status: 204, body: null }; // sink: http POST /api/items/:id/touch
  },
  orders: {
    lastItem: {
      handler: async () => ({ status: 200, body: await getItem(7) }), // expect: call getItem ; sink: http GET /api/orders/:id/last
    },
  },
});
