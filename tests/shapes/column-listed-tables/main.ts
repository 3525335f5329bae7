// A query may take its table out of a list or an object, also of another file, and name no column.
import { getItem } from '@acme/client';
import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import { shelfItems } from './schema';
import { show } from './show';

const db = drizzle(process.env.DATABASE_URL!);
export async function store() {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  await db.update(shelfItems).set({ title: item.title }); // sink: database shelf_items.title
}
express().post('/items', async (_req, res) => {
  await store();
  res.end();
});
show();
