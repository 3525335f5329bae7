// What a function that takes errors answers with stands at the routes whose handlers failed, and at no others.
import { findItems, getItem } from '@acme/client';
import express, { Router, type ErrorRequestHandler, type NextFunction, type Request, type Response } from 'express';

const app = express();
const api = Router();
const shop = Router();

async function tracks(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: renders
  if (!item.tracks) throw new Error(`nothing on ${item.title}`);
  return item.id > 0;
}
async function found(text: string) {
  const [first] = await findItems(text); // expect: call findItems ; reach: renders
  if (!first.tracks) throw new Error(`nothing on ${first.title}`);
  return first.id > 0;
}

const caught =
  (handler: (req: Request, res: Response, next: NextFunction) => Promise<unknown>) =>
  (req: Request, res: Response, next: NextFunction) => {
    handler(req, res, next).catch(next);
  };
api.get('/rejected/:id', (req, res, next) => {
  tracks(Number(req.params.id))
    .then(() => res.json({ ok: true }))
    .catch(next);
});
api.post(
  '/wrapped',
  caught(async (_req, res) => {
    await tracks(3);
    res.json({ ok: true });
  })
);
api.put('/inside', (_req, res, next) => {
  void (async () => {
    try {
      await tracks(4);
      res.json({ ok: true });
    } catch (error) {
      next(error);
    }
  })();
});
api.get('/apart', async (_req, res) => {
  res.json({ ok: true }); // ok: nothing fails here
});
shop.get('/first', async (_req, res) => {
  await found('x');
  res.json({ ok: true });
});

const told = (res: Response, message: string) => res.status(500).json({ message }); // sink: http GET /api/rejected/:id ; sink: http POST /api/wrapped ; sink: http PUT /api/inside
const failed: ErrorRequestHandler = (error, _req, res, _next) => {
  told(res, error.message);
};
const closed: ErrorRequestHandler = (error, _req, res, _next) => {
  res.status(503).json({ why: error.message }); // sink: http GET /shop/first
};
app.use('/api', api);
app.use('/api', failed);
app.use('/shop', shop);
app.use('/shop', closed);
