import type { NextApiRequest, NextApiResponse } from 'next';
import { getItem } from '@acme/client';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  res.status(200).json(await getItem(1)); // expect: call getItem ; sink: http ALL /api/old/[id]
}
