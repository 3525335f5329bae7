import { getItem } from '@acme/client';
import { Router } from 'express';
export const late = Router();
late.get('/', async (req, res) => {
  res.json(await getItem(Number(req.query.id))); // expect: call getItem ; gate: none
});
