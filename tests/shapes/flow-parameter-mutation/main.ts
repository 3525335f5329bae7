// What a function writes into its parameter is in the object that it was given, and in no other.
import { getItem } from '@acme/client';
import express from 'express';

interface Entry {
  id: number;
  title?: string;
  shows?: unknown[];
}
async function attach(entries: Entry[]) {
  for (const entry of entries) {
    const item = await getItem(entry.id); // expect: call getItem ; reach: renders
    entry.title = item.title;
    (entry.shows ??= []).push(item.tracks);
  }
}

const app = express();
app.get('/full', async (_req, res) => {
  const entries: Entry[] = [{ id: 1 }];
  await attach(entries);
  res.json(entries.map((one) => ({ ...one }))); // sink: http GET /full
});
app.get('/ids', async (_req, res) => {
  const entries: Entry[] = [{ id: 1 }];
  await attach(entries);
  res.json(entries.map((one) => one.id)); // ok: what was not written
});
app.get('/plain', (_req, res) => {
  const entries: Entry[] = [{ id: 1 }];
  res.json(entries); // ok: never given to it
});
