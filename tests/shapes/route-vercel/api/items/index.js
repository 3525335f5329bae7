import { findItems } from '@acme/client';

export default async function handler(req, res) {
  res.json(await findItems(req.query.text)); // expect: call findItems ; sink: http ALL /api/items ; proven: http ALL /api/items
}
