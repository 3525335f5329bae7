// What runs functions later settles the promise of each call by what that brought, and not that of another call.
import { getItem } from '@acme/client';
import express from 'express';

interface Job {
  work: () => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}
class Limiter {
  private readonly jobs: Job[] = [];
  private active = 0;
  constructor(private readonly most: number) {}
  run(work: () => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.jobs.push({ work, resolve, reject });
      this.next();
    });
  }
  private next() {
    while (this.active < this.most && this.jobs.length) {
      const job = this.jobs.shift()!;
      this.active++;
      job.work().then(job.resolve, job.reject).finally(() => this.next());
    }
  }
}
const limiter = new Limiter(2);

const waiting: { work: () => Promise<unknown>; resolve: (value: unknown) => void }[] = [];
async function drain() {
  for (const one of waiting.splice(0)) one.resolve(await one.work());
}
function push(work: () => Promise<unknown>) {
  const promise = new Promise<unknown>((resolve) => {
    waiting.push({ work, resolve });
  });
  void drain();
  return promise;
}
const loadItem = () => getItem(2); // expect: call getItem ; reach: renders
const loadNumber = async () => 1;

const inflight = new Map<string, Promise<unknown>>();
function once(key: string, work: () => Promise<unknown>) {
  const known = inflight.get(key);
  if (known) return known;
  const promise = new Promise<unknown>((resolve) => void work().then(resolve));
  inflight.set(key, promise);
  return promise;
}

const app = express();
app.get('/run', async (_req, res) => {
  const item = await limiter.run(() => getItem(1)); // expect: call getItem ; reach: renders
  res.json(item); // sink: http GET /run ; proven: http GET /run
});
app.get('/run/number', async (_req, res) => {
  res.json(await limiter.run(async () => 1)); // sink: http GET /run/number ; possible: http GET /run/number
});
app.get('/push', async (_req, res) => {
  res.json(await push(loadItem)); // sink: http GET /push ; proven: http GET /push
});
app.get('/push/number', async (_req, res) => {
  res.json(await push(loadNumber)); // sink: http GET /push/number ; possible: http GET /push/number
});
app.get('/once', async (_req, res) => {
  const item = await once('a', () => getItem(3)); // expect: call getItem ; reach: renders
  res.json(item); // sink: http GET /once ; proven: http GET /once
});
app.get('/once/again', async (_req, res) => {
  res.json(await once('a', async () => null)); // sink: http GET /once/again ; proven: http GET /once/again
});
