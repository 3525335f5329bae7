import express from 'express';
import type { RequestHandler } from 'express';
import { getItem } from '@acme/client';

const router = express.Router();
const latest: RequestHandler = async (req, res) => {
  res.status(200).json(await getItem(1)); // expect: call getItem ; sink: http GET /api/v1/latest ; http GET /old/latest
};
router.get('/latest', latest);
export { router as open };
