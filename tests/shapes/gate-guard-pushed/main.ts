// A list that only unflagged rows are put into; beside it one that others come to, too, or that another row is asked for.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

type Row = typeof items.$inferSelect;
const app = express();
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const load = async () => db.select().from(items);

app.get('/push1', async (req, res) => {
  const out: Row[] = [];
  for (const row of await load()) if (!row.withheld) out.push(row);
  for (const row of out) await getItem(row.remote!); // expect: call getItem ; gate: guard
});
app.get('/push2', async (req, res) => {
  const out: number[] = [];
  for (const row of await load()) {
    if (row.withheld) continue;
    out.push(row.remote!);
  }
  await Promise.all(out.map((one) => getItem(one))); // expect: call getItem ; gate: guard
});
app.get('/push3', async (req, res) => {
  const out: Row[] = [], flagged: Row[] = [];
  for (const row of await load()) {
    if (row.withheld) flagged.push(row);
    out.push(row);
  }
  for (const row of out) await getItem(row.remote!); // expect: call getItem ; gate: none
  for (const row of flagged) await getItem(row.remote!); // expect: call getItem ; gate: none
});
app.get('/push4', async (req, res) => {
  const out: Row[] = [], flagged: Row[] = [];
  for (const row of await load()) (row.withheld ? flagged : out).push(row);
  for (const row of out) await getItem(row.remote!); // expect: call getItem
});
app.get('/push5', async (req, res) => {
  const out: Row[] = [], flagged: Row[] = [];
  for (const row of await load()) {
    if (row.withheld) flagged.push(row);
    else out.push(row);
  }
  for (const row of out) await getItem(row.remote!); // expect: call getItem ; gate: guard
});
app.get('/push6', async (req, res) => {
  const out: Row[] = [];
  for (const row of await load()) if (!row.withheld) out.push(row);
  if (req.query.all) out.push(...(await load()));
  for (const row of out) await getItem(row.remote!); // expect: call getItem ; gate: none
});
app.get('/push7', async (req, res) => {
  const byId = new Map<number, Row>();
  for (const row of await load()) if (!row.withheld) byId.set(row.id, row);
  for (const row of byId.values()) await getItem(row.remote!); // expect: call getItem ; gate: guard
});
app.get('/push8', async (req, res) => {
  const ids = new Set<number>();
  (await load()).forEach((row) => {
    if (!row.withheld) ids.add(row.remote!);
  });
  for (const id of ids) await getItem(id); // expect: call getItem ; gate: guard
});
app.get('/push12', async (req, res) => {
  const rows = await load();
  const out: Row[] = [];
  for (const row of rows) if (!rows[0].withheld) out.push(row);
  for (const row of out) await getItem(row.remote!); // expect: call getItem ; gate: none
});
function collect(rows: Row[], into: Row[], all: boolean) {
  for (const row of rows) if (all || !row.withheld) into.push(row);
}
app.get('/collected', async (req, res) => {
  const open: Row[] = [];
  collect(await load(), open, false);
  for (const row of open) await getItem(row.remote!); // expect: call getItem ; gate: guard
  const every: Row[] = [];
  collect(await load(), every, req.query.all === '1');
  for (const row of every) await getItem(row.remote!); // expect: call getItem ; gate: none
});
app.get('/either', async (req, res) => {
  const rows = [await one(Number(req.query.id)), await one(Number(req.query.of))];
  const first: Row[] = [], each: Row[] = [];
  for (const row of rows) {
    if (!rows[0].withheld) first.push(row);
    if (!row.withheld) each.push(row);
  }
  for (const row of first) await getItem(row.remote!); // expect: call getItem ; gate: none
  for (const row of each) await getItem(row.remote!); // expect: call getItem ; gate: guard
});
