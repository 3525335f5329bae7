// What a handler throws, or an async one is rejected with, comes to the function that is mounted to take errors.
import { findItems, getItem } from '@acme/client';
import express, { type NextFunction, type Request, type Response } from 'express';

const app = express();
app.get('/items/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  if (!item.tracks) throw new Error(`nothing on ${item.title}`);
  res.json({ ok: true }); // ok: nothing of it
});
app.get('/caught', async (_req, res) => {
  try {
    const found = await findItems('x'); // expect: call findItems ; reach: decides ; sink: control
    throw new Error(found[0].title); // sink: control
  } catch {
    res.sendStatus(404); // ok: a number of its own
  }
});
app.use((error: Error, _req: Request, res: Response, _next: NextFunction) => {
  res.status(500).json({ message: error.message }); // sink: http GET /items/:id
});
