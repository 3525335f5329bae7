// Whether an access fails comes to whoever catches that, through functions that let it pass: it decides there.
import { findItems, getItem } from '@acme/client';
import express from 'express';

const app = express();

async function warm(id: number) {
  await getItem(id); // expect: call getItem ; reach: decides
}
app.get('/warmed', async (_req, res) => {
  try {
    await warm(1);
    res.json({ fixed: 1 });
  } catch (error) {
    res.status(502).json({ error: (error as Error).message }); // sink: http GET /warmed
  }
});
const one = async (id: number) => {
  await getItem(id); // expect: call getItem ; reach: decides
  return 1;
};
app.get('/missing', (_req, res) => {
  one(2).catch(() => res.json({ missing: true })); // sink: control
});
async function below(id: number) {
  await getItem(id); // expect: call getItem ; reach: decides
}
const above = async (id: number) => {
  await below(id);
};
app.get('/above', async (_req, res) => {
  try { // sink: control
    await above(3);
  } catch {
    res.status(404).json({ missing: true });
  }
});
class Store {
  async load(id: number): Promise<void> {
    await findItems(String(id)); // expect: call findItems ; reach: decides
  }
  async all(ids: number[]) {
    await Promise.all(ids.map((id) => this.load(id)));
  }
}
const store = new Store();
app.get('/all', async (_req, res) => {
  const loading = store.all([1, 2]);
  const state = await loading.then(
    () => 'up',
    () => 'down'
  );
  res.json({ state }); // sink: http GET /all
});
const ask = async (get: (id: number) => Promise<unknown>) => {
  await get(4);
  return true;
};
app.get('/given', async (_req, res) => {
  res.json({ up: await ask(getItem).catch(() => false) }); // expect: reference getItem ; reach: decides ; sink: http GET /given
});
const translated = async (id: number) => {
  try {
    await getItem(id); // expect: call getItem ; reach: decides
  } catch (error) {
    throw new Error(`upstream: ${(error as Error).message}`);
  }
};
app.get('/translated', async (_req, res) => {
  try {
    await translated(5);
    res.json({ fixed: 1 });
  } catch (error) {
    res.json({ error: String(error) }); // sink: http GET /translated
  }
});
const caught = async (id: number) => {
  try {
    await getItem(id); // expect: call getItem ; reach: decides ; sink: control
  } catch {
    console.log('down');
  }
};
app.get('/caught', async (_req, res) => {
  try {
    await caught(6);
    res.json({ fixed: 1 });
  } catch (error) {
    res.json({ error: String(error) }); // ok: it comes no further than to the first one
  }
});
const left = async (id: number) => {
  await getItem(id); // expect: call getItem ; reach: contained
};
app.get('/left', async (_req, res) => {
  try {
    left(7);
    res.json({ fixed: 1 });
  } catch (error) {
    res.json({ error: String(error) }); // ok: nobody waits for it here
  }
});
const uncaught = async (id: number) => {
  await getItem(id); // expect: call getItem ; reach: contained
};
app.get('/uncaught', async (_req, res) => {
  await uncaught(8);
  res.json({ fixed: 1 }); // ok: nothing else is answered
});
