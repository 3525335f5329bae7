// What is thrown is what a catch takes; that it was thrown decides.
import { ClientError, findItems, getItem } from '@acme/client';
import express from 'express';

async function must(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: renders
  if (!item.title) throw Object.assign(new Error('no title'), { item });
  return id;
}
async function orNone(text: string) {
  try {
    return (await findItems(text)).length > 0 ? ['some'] : ['none']; // expect: call findItems ; reach: decides
  } catch (error) {
    if (error instanceof ClientError && error.status === 404) return [];
    throw error;
  }
}

const app = express();
app.get('/must/:id', async (req, res) => {
  try {
    res.json(await must(Number(req.params.id))); // ok: the decision is that of the answer below
  } catch (error) {
    res.status(500).json((error as { item: unknown }).item); // sink: http GET /must/:id
  }
});
app.get('/some/:text', async (req, res) => {
  res.json(await orNone(req.params.text)); // sink: http GET /some/:text
});
