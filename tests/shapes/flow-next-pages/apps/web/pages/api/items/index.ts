// The pages of an application stand beside its package.json, wherever that is; other folders of that name are none.
import { findItems } from '@acme/client';
import type { NextApiRequest, NextApiResponse } from 'next';
import { loaded } from '../../../lib/pages/api/loaded';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const found = await findItems(String(req.query.q)); // expect: call findItems ; reach: renders
  res.status(200).json({ found, loaded: await loaded(1) }); // proven: http ALL /api/items ; sink: http ALL /api/items
}
