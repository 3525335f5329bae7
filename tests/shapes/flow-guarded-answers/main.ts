// An answer that was asked for with a value goes only where its class lets it: tests on the way deny it as they deny the
// value itself.
import { getItem } from '@acme/client';
import express, { type NextFunction, type Request, type Response } from 'express';

class OwnError extends Error {
  constructor(
    message: string,
    public statusCode: number,
  ) {
    super(message);
  }
}
class AuthError extends OwnError {}
class OtherError extends Error {}

const app = express();
async function load(title: string) {
  const response = await fetch('https://x.test/' + title); // sink: request
  if (response.status === 401) throw new AuthError(`refused ${response.status}`, 401);
  if (!response.ok) throw new OwnError(`bad ${response.status}`, 502);
  return response;
}
const isOwn = (error: Error): error is OwnError => error instanceof OwnError;

app.get('/items/:id', async (req, res) => {
  const item = await getItem(1); // expect: call getItem
  await load(item.title);
  res.sendStatus(204);
});

function onError(thrown: unknown, _req: Request, res: Response, _next: NextFunction) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown)); // ok: it is an error
  if (error instanceof OtherError) {
    res.status(400).json({ message: error.message }); // ok: it is none of these
    return;
  }
  if (isOwn(error)) {
    res.status(error.statusCode).json({ message: error.message }); // possible: http GET /items/:id ; sink: http GET /items/:id
    return;
  }
  res.status(500).json({ message: error.message }); // ok: only others come here
}
app.use(onError);
