import { getItem } from '@acme/client';
import used from './used';

Bun.serve({
  port: 3000,
  async fetch(request) {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    return Response.json({ title: item.title }); // sink: http ALL /* ; proven: http ALL /*
  },
});
Bun.serve({
  routes: {
    '/items/:id': async (request) => {
      const item = await getItem(Number(request.params.id)); // expect: call getItem ; reach: renders
      return new Response(item.title); // sink: http ALL /items/:id
    },
    '/warm': {
      POST: async () => {
        const item = await getItem(1); // expect: call getItem ; reach: renders
        return Response.json(item); // sink: http POST /warm
      },
    },
    '/health': new Response('ok'), // ok: nothing of it
  },
});
setInterval(() => used.fetch(3), 1000);
