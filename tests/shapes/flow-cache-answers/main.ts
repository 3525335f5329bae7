// An answer that was asked for with a value, and is kept: who finds it by that value has asked the same, and gets it
// without this access, too; who finds it in a list or by another key has not.
import { getItem } from '@acme/client';
import express from 'express';
import { LRUCache } from 'lru-cache';

const app = express();
const answers = new Map<string, any>();
async function ask(key: string) {
  const kept = answers.get(key);
  if (kept) return kept;
  const answer = await (await fetch('https://x.test/' + key)).json(); // sink: request
  answers.set(key, answer);
  return answer;
}
app.get('/asks', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem
  res.json(await ask(item.code)); // proven: http GET /asks ; sink: http GET /asks
});
app.get('/asks/:code', async (req, res) => {
  res.json(await ask(req.params.code)); // ok: asked by its own code
});

const images = new LRUCache<string, { type: string; data: string }>({ max: 10 });
app.get('/image/:id', async (req, res) => {
  const cached = images.get(req.params.id);
  if (cached) {
    res.status(200).send(cached.data); // proven: http GET /image/:id ; sink: http GET /image/:id
    return;
  }
  const item = await getItem(2); // expect: call getItem
  const image = await fetch(item.image); // sink: request
  const data = await image.text();
  images.set(req.params.id, { type: 'image', data });
  res.status(200).send(data); // proven: http GET /image/:id ; sink: http GET /image/:id
});

const byCode = new Map<string, any>();
const byId = new Map<string, any>();
const under: Record<string, any> = {};
const underId: Record<string, any> = {};
const all: any[] = [];
const keepByCode = (key: string, value: any) => {
  byCode.set(key, value);
};
const keepById = (key: string, value: any) => {
  byId.set(key, value);
};
app.post('/load/:id', async (req, res) => {
  const item = await getItem(3); // expect: call getItem
  const answer = await (await fetch('https://x.test/' + item.code)).json(); // sink: request
  keepByCode(item.code, answer);
  keepById(req.params.id, answer);
  under[item.code] = answer;
  underId[req.params.id] = answer;
  all.push(answer);
  res.sendStatus(204);
});
app.get('/by-code/:code', (req, res) => {
  res.json(byCode.get(req.params.code)); // ok: who has the code
});
app.get('/by-id/:id', (req, res) => {
  res.json(byId.get(req.params.id)); // proven: http GET /by-id/:id ; sink: http GET /by-id/:id
});
app.get('/under/:code', (req, res) => {
  res.json(under[req.params.code]); // ok: who has the code
});
app.get('/under-id/:id', (req, res) => {
  res.json(underId[req.params.id]); // proven: http GET /under-id/:id ; sink: http GET /under-id/:id
});
app.get('/all', (_req, res) => {
  res.json(all); // proven: http GET /all ; sink: http GET /all
});

class Asker {
  private readonly cache = new LRUCache<string, any>({ max: 3 });
  private readonly asked = new Map<string, { promise: Promise<any> }>();

  async lookup(name: string, title: string) {
    const key = [name.trim(), title.trim()].join('|');
    return Promise.resolve(1).then(async () => {
      const known = this.cache.get(key);
      if (known) return known;
      const settle = this.load(name, title)
        .then((result) => {
          this.cache.set(key, result);
          return result;
        })
        .finally(() => {
          this.asked.delete(key);
        });
      this.asked.set(key, { promise: settle });
      return await settle;
    });
  }

  private async load(name: string, title: string) {
    return (await fetch('https://x.test/' + name + title)).json(); // sink: request
  }
}
const asker = new Asker();
app.get('/asker', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem
  res.json(await asker.lookup('x', item.title)); // proven: http GET /asker ; sink: http GET /asker
});
app.get('/asker/:name', async (req, res) => {
  res.json(await asker.lookup(req.params.name, 'y')); // ok: asked by its own name
});
