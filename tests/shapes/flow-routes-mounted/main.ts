// What a handler answers with is in no value that routes are put together with: mounting them loses nothing from sight.
import { getItem } from '@acme/client';
import { initTRPC } from '@trpc/server';
import { Hono } from 'hono';
import { generateOpenApiDocument } from 'trpc-to-openapi';
import { loose } from 'unknown-server';

const files = new Hono<{ Variables: { user: string } }>()
  .get('/:id', async (c) => c.json(await getItem(Number(c.req.param('id'))))) // expect: call getItem ; sink: http GET /files/:id
  .post('/:id', async (c) => {
    const found = await getItem(Number(c.req.param('id'))); // expect: call getItem
    return c.text(found.title); // sink: http POST /files/:id
  });
export const app = new Hono();
app.route('/files', files);

const t = initTRPC
  .meta<{ openapi: { path: string } }>()
  .context<{ user: string }>()
  .create({});
const router = t.router;
const procedure = t.procedure.use(async ({ next }) => next());
export const items = router({
  get: procedure.meta({ openapi: { path: '/items' } }).query(async () => (await getItem(1)).title), // expect: call getItem ; sink: http QUERY items.get
});
export const api = router({ items });
app.get('/openapi.json', (c) => c.json(generateOpenApiDocument(api, { title: 'Items' }))); // ok: none of the procedures is run
loose.bring(async () => (await getItem(2)).title); // expect: call getItem ; escape: unmodelled-code
