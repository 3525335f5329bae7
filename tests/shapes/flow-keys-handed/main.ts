// A function that is handed the key puts what it asked for under that key, where it did not find it there. Whether it was
// there decides what is put, too: which calls gave the key of that is not kept, but none of them gives another beginning.
import { getItem } from '@acme/client';
import { Redis } from '@upstash/redis';
import express from 'express';

const redis = new Redis({ url: process.env.REDIS_URL as string, token: '' });
const app = express();
async function durations(ids: number[], key: string): Promise<Record<string, number>> {
  let map: Record<string, number> = {};
  const cached = await redis.get(key);
  if (cached) {
    map = typeof cached === 'string' ? JSON.parse(cached) : cached;
  } else {
    for (const id of ids) {
      const found = await getItem(id); // expect: call getItem
      map[id] = found.duration || 0;
    }
    await redis.set(key, JSON.stringify(map), { ex: 600 }); // escape: unmodelled-code
  }
  return map;
}
app.get('/all/:id', async (req, res) => {
  res.json(await durations([1], `durations:${req.params.id}:all`)); // sink: http GET /all/:id ; proven: http GET /all/:id
});
app.get('/page/:id', async (req, res) => {
  res.json(await durations([2], `durations:${req.params.id}:${req.query.page}`)); // sink: http GET /page/:id ; proven: http GET /page/:id
});
app.get('/kept/:id', async (req, res) => {
  res.json(await redis.get(`durations:${req.params.id}`)); // sink: http GET /kept/:id ; proven: http GET /kept/:id
});
app.get('/state/:id', async (req, res) => {
  const team = await redis.get<string>(`state:${req.params.id}`);
  res.json({ team }); // sink: http GET /state/:id ; possible: http GET /state/:id
});
