// Files below `api` beside a vercel.json are handlers; those that begin with an underscore are none.
import type { VercelRequest, VercelResponse } from '@vercel/node';
import { getItem } from '@acme/client';

export default async function handler(req: VercelRequest, res: VercelResponse) {
  const item = await getItem(Number(req.query.id)); // expect: call getItem
  res.status(200).json(item); // sink: http ALL /api/items/[id] ; proven: http ALL /api/items/[id]
}
