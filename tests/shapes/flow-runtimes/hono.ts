import { Hono } from 'hono';
import { getItem } from '@acme/client';

const forgotten = new Hono();
forgotten.get('/old', async (c) => c.json(await getItem(1))); // expect: call getItem ; sink: http GET /old ; possible: http GET /old
const app = new Hono();
app.get('/new', async (c) => c.json(await getItem(1))); // expect: call getItem ; sink: http GET /new ; proven: http GET /new
export { forgotten };
export default app;
