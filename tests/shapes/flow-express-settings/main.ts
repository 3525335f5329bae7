// What an Express application is set to is what it is asked for under that name, in every handler.
import express from 'express';
import type { Request, Response } from 'express';
import { getItem, findItems } from '@acme/client';

class Items {
  async load(id: number) {
    return getItem(id); // expect: call getItem ; reach: renders
  }
  async warm() {
    return findItems('x'); // expect: call findItems ; reach: contained
  }
}
const app = express();
app.set('items', new Items());
app.set('port', 3000);

app.get('/own', async (_req, res) => {
  await app.get('items').warm();
  res.json(await app.get('items').load(1)); // sink: http GET /own
});
export async function show(req: Request, res: Response) {
  const items = req.app.get('items');
  res.json(await items.load(2)); // sink: http GET /request
}
app.get('/request', show);
app.get('/port', async (req, res) => {
  const one = await getItem(3); // expect: call getItem ; reach: contained
  res.json(req.app.get('port')); // ok: another setting
});
async function start() {
  app.set('first', await getItem(4)); // expect: call getItem ; reach: renders
  app.listen(app.get('port'));
}
app.get('/first', async (req, res) => {
  res.json(req.app.get('first')); // sink: http GET /first
});
start();
