// A method is called on what another one gives back, which is the object itself: it can run, however the object is held.
import { getItem } from '@acme/client';
import express, { type Response } from 'express';

const app = express();

class Answer {
  private status = 200;
  with(status: number) {
    this.status = status;
    return this;
  }
  async send(res: Response) {
    res.status(this.status).json(await getItem(1)); // expect: call getItem ; reach: renders ; sink: http GET /chained
  }
}
class Kept {
  private status = 200;
  with(status: number) {
    this.status = status;
    return this;
  }
  async send(res: Response) {
    res.status(this.status).json(await getItem(2)); // expect: call getItem ; reach: renders ; sink: http GET /kept
  }
}
class Unsent {
  with(_status: number) {
    return this;
  }
  async send(res: Response) {
    res.json(await getItem(3)); // expect: call getItem ; reach: unreachable ; sink: http
  }
}
const kept = new Kept().with(201);
new Unsent().with(201);

app.get('/chained', async (_req, res) => {
  await new Answer().with(201).send(res);
});
app.get('/kept', async (_req, res) => {
  await kept.send(res);
});
