import { getItem } from '@acme/client';
import express from 'express';

export const shared = express();
shared.get('/three', async (_req, res) => {
  res.json(await getItem(4)); // expect: call getItem ; sink: http GET /shared/three ; http GET /three
});
