// A function that is told by settings what to do: what it does for other settings is none of this call's business, and
// the way through it is the one that these settings open. tests/trace/test_passable.py asks for lines and certainty.
import { getItem } from '@acme/client';
import express from 'express';

interface Settings {
  strict?: boolean;
  label?: string;
}

function checked(title: string, settings?: Settings): string | null {
  if (!settings?.strict) return title; // here: as it is
  console.log(title); // sink: log
  if (title.length < 9) return title; // here: checked
  return null;
}

async function looked(title: string, settings?: Settings): Promise<string | null> {
  return (async () => checked(title, settings))();
}

const app = express();
app.get('/loose/:id', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(await looked(item.title, { label: 'loose' })); // sink: http GET /loose/:id
});
app.get('/plain/:id', async (req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  res.json(await looked(item.title)); // sink: http GET /plain/:id
});
app.get('/strict/:id', async (req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.json(await looked(item.title, { label: 'strict', strict: true })); // sink: http GET /strict/:id
});
app.get('/asked/:id', async (req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  res.json(await looked(item.title, { strict: req.query.strict === 'yes' })); // sink: http GET /asked/:id
});

type Row = { kind: string; title: string };
function shown(row: Row): Record<string, unknown> {
  switch (row.kind) {
    case 'item':
      return { kind: row.kind, ...(row.title !== '' ? { title: row.title } : {}) }; // here: named
    default: {
      const { kind, ...rest } = row; // here: left
      return { of: kind, ...rest };
    }
  }
}
app.get('/kinds/:id', async (req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  const rows = [{ kind: 'item', title: item.title }];
  res.json(rows.map(shown)); // sink: http GET /kinds/:id
});

type Entry = Row & { about?: { title: string } };
function entered(row: Entry): Record<string, unknown> {
  switch (row.kind) {
    case 'item':
      return { kind: row.kind, title: row.about?.title ?? null }; // here: own case
    default: {
      const { about, ...rest } = row;
      return { ...rest, ...about }; // here: whatever it is
    }
  }
}
const entries = (rows: Entry[]) => rows.filter(Boolean).map(entered);
app.get('/twice/:id', async (req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: renders
  const rows = [{ kind: 'item', title: item.title, about: { title: item.title } }];
  res.json(entries(rows)); // sink: http GET /twice/:id
});
app.get('/once/:id', async (req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: renders
  res.json(entries([{ kind: 'item', title: item.title }])); // sink: http GET /once/:id
});
