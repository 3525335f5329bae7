// Settings are mostly taken apart where a function begins, with what stands for those that are left out. What a call
// gives decides whether the value comes back from that very call; where it is not known, or may change, it does.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
type Settings = { id: number; quick?: boolean };

async function named({ id, quick = false }: Settings) {
  let title = 'quick';
  if (!quick) title = (await getItem(id)).title; // expect: call getItem ; reach: renders
  return { title };
}
app.get('/named/quick', async (req, res) => res.json(await named({ id: 1, quick: true }))); // ok: nothing was fetched
app.get('/named/slow', async (req, res) => res.json(await named({ id: 1, quick: false }))); // sink: http GET /named/slow
app.get('/named/left', async (req, res) => res.json(await named({ id: 1 }))); // sink: http GET /named/left
app.get('/named/asked', async (req, res) => res.json(await named({ id: 1, quick: req.query.quick === 'y' }))); // sink: http GET /named/asked
const usual = { quick: false };
app.get('/named/spread', async (req, res) => res.json(await named({ id: 1, quick: true, ...usual }))); // sink: http GET /named/spread

async function plain(id: number, quick = true) {
  if (quick) return { title: 'quick' };
  return await getItem(id); // expect: call getItem ; reach: renders
}
app.get('/plain/left', async (req, res) => res.json(await plain(1))); // ok: it is quick where nothing is said
app.get('/plain/no', async (req, res) => res.json(await plain(1, false))); // sink: http GET /plain/no

async function nested({ id, options: { quick = true } = {} }: { id: number; options?: { quick?: boolean | null } }) {
  return quick ? null : await getItem(id); // expect: call getItem ; reach: renders
}
app.get('/nested/left', async (req, res) => res.json(await nested({ id: 1 }))); // ok: neither settings nor quick are said
app.get('/nested/null', async (req, res) => res.json(await nested({ id: 1, options: { quick: null } }))); // sink: http GET /nested/null

async function changed({ id, quick = false }: Settings) {
  if (id > 5) quick = false;
  return quick ? null : await getItem(id); // expect: call getItem ; reach: renders
}
app.get('/changed', async (req, res) => res.json(await changed({ id: 6, quick: true }))); // sink: http GET /changed

async function several(id: number, ...more: boolean[]) {
  return more ? await getItem(id) : null; // expect: call getItem ; reach: renders
}
app.get('/several', async (req, res) => res.json(await several(1))); // sink: http GET /several

// A call of two opens the way; what comes in by one call, another one may show.
const through = (id: number, quick: boolean) => named({ id, quick });
app.get('/both', async (req, res) => {
  const one = await through(1, true);
  const two = await through(2, false);
  res.json([one, two]); // sink: http GET /both
});
app.get('/either', async (req, res) => {
  res.json(req.query.slow ? await through(1, false) : await through(1, true)); // sink: http GET /either
});
function told(level: string, item: unknown, res: express.Response) {
  if (level === 'error') res.status(500).json(item); // sink: http GET /told
  else res.end();
}
app.get('/told', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  if (req.query.fine) return told('info', item, res);
  return told('error', item, res);
});

class Shelf {
  async get({ id, quick = false }: Settings) {
    return { title: quick ? '' : (await getItem(id)).title }; // expect: call getItem ; reach: renders
  }
  async all() {
    const [one, two] = await Promise.all([this.get({ id: 1, quick: true }), this.get({ id: 2, quick: true })]);
    return { one: { ...one }, two: { ...two } };
  }
}
const shelf = new Shelf();
app.get('/shelf', async (req, res) => res.json(await shelf.all())); // ok: both are quick
app.get('/shelf/:id', async (req, res) => res.json(await shelf.get({ id: Number(req.params.id) }))); // sink: http GET /shelf/:id
