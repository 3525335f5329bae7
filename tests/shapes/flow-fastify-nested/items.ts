import { getItem } from '@acme/client';

export default async function items(app) {
  app.get('/:id', async () => getItem(1)); // expect: call getItem ; sink: http GET /v1/items/:id ; http GET /lazy/:id
  app.get('/:id/raw', async (request, reply) => {
    const item = await getItem(2); // expect: call getItem
    reply.raw.end(item.title); // sink: http GET /v1/items/:id/raw ; http GET /lazy/:id/raw
  });
}
