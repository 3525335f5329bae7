// What a handler passes on with `next` comes to the function that is mounted to take errors, and to no other middleware.
import { findItems, getItem } from '@acme/client';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';

const show: RequestHandler<{ id: string }> = async (req, res, next) => {
  try {
    const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
    if (!item.tracks) throw new Error(`nothing on ${item.title}`);
    res.json({ ok: true }); // ok: nothing of it
  } catch (error) {
    next(error);
  }
};
const count: RequestHandler = async (_req, _res, next) => {
  await findItems('x'); // expect: call findItems ; reach: contained
  next();
};
const failed: ErrorRequestHandler = (error, _req, res, _next) => {
  res.status(500).json({ message: error.message }); // sink: http GET /items/:id
};
const timed: RequestHandler = (_req, res, next) => {
  res.set('x-started', '1'); // ok: takes no error
  next();
};

const app = express();
app.use(timed);
app.get('/items/:id', show);
app.get('/count', count);
app.use(failed);
