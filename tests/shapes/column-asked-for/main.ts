// What is stored where an object is there: its own parts come into their columns; what stands beside them is a guess.
import { getItem } from '@acme/client';
import express from 'express';
import { db } from './db';
import { items } from './schema';

interface Found {
  album?: { title?: string };
  artist?: { bio?: string };
}
function artistOf(artwork: any): { bio?: string } | null {
  const bio = artwork.bio ? artwork.bio.trim() : undefined;
  if (bio) {
    return { bio };
  }
  return null;
}
async function fetched(id: number): Promise<Found | null> {
  if (!process.env.ACME_URL) return null;
  const result: Found = {};
  const item: any = await getItem(id); // expect: call getItem
  const artwork = item.tracks?.[0]?.artwork ?? null;
  if (artwork) {
    result.album = { title: artwork.title };
    result.artist = artistOf(artwork) ?? undefined;
  }
  return result;
}

const app = express();
app.post('/a/:id', (req, res) => {
  const input = { albumId: Number(req.params.id) };
  fetched(Number(req.params.id)).then(async (metadata) => {
    if (!metadata) return;
    if (input.albumId !== undefined) {
      const payload = { title: metadata.album?.title ?? null, label: metadata.artist?.bio ?? null };
      await db.insert(items).values({ id: input.albumId, ...payload }); // sink: database items.id ; sink: database items.title ; sink: database items.label_text ; possible: database items.id ; proven: database items.title
    }
  });
  res.sendStatus(204);
});
app.listen(1);
