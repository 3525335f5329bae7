// What a handler keeps for itself comes to no function that is mounted to take errors; what it throws on does.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
class Broken extends Error {
  constructor(readonly item: any) {
    super('broken');
  }
}
class Other extends Error {}
async function kept() {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  throw new Broken(item);
}
async function thrown() {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  throw new Broken(item);
}
app.get('/kept', async (_req, res) => {
  try {
    await kept();
  } catch (error) {
    if (error instanceof Broken) res.json(error.item); // sink: http GET /kept
    else throw error;
  }
});
app.get('/thrown', async (_req, res) => {
  try {
    await thrown();
  } catch (error) {
    if (error instanceof Other) res.json(1);
    else throw error;
  }
});
app.use((error: any, _req: any, res: any, _next: any) => {
  res.json(error.item); // sink: http GET /thrown
});
