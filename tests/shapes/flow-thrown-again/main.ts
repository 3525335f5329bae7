// A handler that only throws on what it has caught decides nothing; one that does anything else does.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
async function passed(id: number) {
  try {
    await getItem(id); // expect: call getItem ; reach: contained
  } catch (error) {
    throw error;
  }
}
async function left(id: number) {
  try {
    await getItem(id); // expect: call getItem ; reach: decides ; sink: control
  } catch {
    return;
  }
  await passed(id);
}
app.post('/items/:id', async (req, res) => {
  await passed(Number(req.params.id));
  await left(Number(req.params.id));
  res.end();
});
app.get('/items/:id', async (req, res) => {
  try {
    try {
      await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides ; sink: control
    } catch (error) {
      throw error;
    }
    res.json('done');
  } catch {
    res.json('failed');
  }
});
