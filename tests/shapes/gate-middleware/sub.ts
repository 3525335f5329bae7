import { getItem } from '@acme/client';
import { Router } from 'express';
export const sub = Router();
sub.get('/', async (req, res) => {
  res.json(await getItem(Number(req.query.id))); // expect: call getItem ; gate: guard
});
