// A server's own router, and one endpoint alone.
import { initServer } from '@ts-rest/express';
import { tsRestHandler } from '@ts-rest/nest';
import { getItem } from '@acme/client';
import { contract } from './contract';

const s = initServer();

export const items = s.router(contract, {
  getItem: async ({ params }: { params: { id: number } }) => ({ // sink: http GET /api/items/:id
    status: 200,
    body: await getItem(params.id), // expect: call getItem
  }),
});

export class ItemsController {
  touch() {
    return tsRestHandler(contract.touchItem, async () => ({ status: 200, body: await getItem(8) })); // expect: call getItem ; sink: http POST /api/items/:id/touch
  }
}
