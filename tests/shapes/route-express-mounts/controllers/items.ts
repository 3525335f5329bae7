import type { Request, Response } from 'express';
import { findItems, getItem } from '@acme/client';

export async function list(req: Request, res: Response) {
  res.json(await findItems(String(req.query.q))); // expect: call findItems ; sink: http GET /items
}

export const show = async (req: Request, res: Response) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem
  send(res, item);
};

export const addNote = (req: Request, res: Response) => {
  res.send('added'); // sink: http POST /items/:id/notes
};

export const hidden = (req: Request, res: Response) => {
  res.send('never'); // ok: nothing brings this handler to a route
};

const send = (res: Response, body: unknown) => {
  res.json(body); // sink: http GET /items/:id ; http GET /items/by-id/:id
};
