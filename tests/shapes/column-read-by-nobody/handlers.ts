import type { RequestHandler } from 'express';
import { db } from './db';
import { items } from './schema';

async function bodies() {
  return db.select({ body: items.body }).from(items);
}
async function titles() {
  return db.select({ title: items.title }).from(items);
}
export const routed: RequestHandler = async (_req, res) => {
  res.json(await titles()); // sink: http GET /titles
};
export const unrouted: RequestHandler = async (_req, res) => {
  res.json(await bodies()); // ok: no route leads here, and nothing else reads this
};
