import { Router } from 'express';
import { getItem } from '@acme/client';

export default function makeItems(options: { path: string }) {
  const router = Router();
  router.get(options.path, async (_req, res) => {
    res.json(await getItem(1)); // expect: call getItem ; sink: http GET /first/a ; http GET /second/b
  });
  return router;
}
