// A handler that is mounted before a router and never calls `next` answers all that is below it.
import { getItem } from '@acme/client';
import express from 'express';
import { Hono } from 'hono';

function gone(_req: express.Request, res: express.Response) {
  res.status(410).end();
}
function late(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (req.query.old) return res.status(410).end();
  next();
}
function failed(error: Error, _req: express.Request, res: express.Response, _next: express.NextFunction) {
  res.status(500).end();
}

const app = express();
const closed = express.Router();
closed.get('/item', async (_req, res) => {
  res.json(await getItem(1)); // expect: call getItem ; sink: http GET /closed/item ; possible: http GET /closed/item
});
app.use('/closed', gone);
app.use('/closed', closed);

const open = express.Router();
open.get('/item', async (_req, res) => {
  res.json(await getItem(2)); // expect: call getItem ; sink: http GET /open/item ; proven: http GET /open/item
});
app.use('/other', gone);
app.use('/open', late);
app.use('/open', failed);
app.use('/open', open);
app.use('/open', gone);

app.get('/inside', gone, async (_req, res) => {
  res.json(await getItem(3)); // expect: call getItem ; sink: http GET /inside ; possible: http GET /inside
});
app.get('/through', late, async (_req, res) => {
  res.json(await getItem(4)); // expect: call getItem ; sink: http GET /through ; proven: http GET /through
});

const hono = new Hono();
hono.get('/first', (c) => c.text('gone', 410), async (c) => {
  return c.json(await getItem(5)); // expect: call getItem ; sink: http GET /first ; possible: http GET /first
});
hono.get('/second', async (_c, next) => next(), async (c) => {
  return c.json(await getItem(6)); // expect: call getItem ; sink: http GET /second ; proven: http GET /second
});
export default hono;
