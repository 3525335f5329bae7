// What is written into one of the values that were awaited together is in no other one of them.
import { getItem } from '@acme/client';
import express from 'express';

interface Entry {
  id: number;
  note?: string;
}
declare const store: {
  head(id: number): Promise<{ name: string }>;
  entries(id: number): Promise<Entry[]>;
};

async function attach(entries: Entry[]) {
  const item = await getItem(7); // expect: call getItem ; reach: renders
  for (const entry of entries) entry.note = item.title;
}

const app = express();
app.get('/written/:id', async (req, res) => {
  const [head, entries] = await Promise.all([store.head(1), store.entries(1)]);
  await attach(entries);
  if (!entries.length) return res.json({ ...head }); // ok: the other value
  res.json({ ...head, entries }); // sink: http GET /written/:id
});
app.get('/settled/:id', async (req, res) => {
  const [head, entries] = await Promise.allSettled([store.head(1), store.entries(1)]);
  if (entries.status !== 'fulfilled') return res.json(head); // ok: the other value
  await attach(entries.value);
  res.json(entries.value); // sink: http GET /settled/:id
});
