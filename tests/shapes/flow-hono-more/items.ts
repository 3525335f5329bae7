import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { getItem } from '@acme/client';

const show = createRoute({ method: 'get', path: '/{id}', responses: {} });

export const items = new OpenAPIHono()
  .openapi(show, async (c) => c.json(await getItem(1), 200)) // expect: call getItem ; sink: http GET /api/items/{id}
  .openapi(createRoute({ method: 'post', path: '/', responses: {} }), async (c) => {
    await getItem(2); // expect: call getItem ; reach: contained
    return c.text('seen'); // ok: a text of its own
  });
