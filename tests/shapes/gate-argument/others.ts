// The flag of another row than the access asks for says nothing of its own; beside each the row's own flag.
import { lookupItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();
const load = async () => db.select().from(items);
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

app.get('/two/:a/:b', async (req, res) => {
  const row = await one(Number(req.params.a)), other = await one(Number(req.params.b));
  await lookupItem(row.title!, { withheld: other.withheld }); // expect: call lookupItem ; gate: unarmed
  await lookupItem(row.title!, { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
  await lookupItem(row.title!, { withheld: row.withheld || other.withheld }); // expect: call lookupItem ; gate: argument
  const { withheld } = row;
  const options = { withheld, timeoutMs: 1 };
  await lookupItem(other.title!, options); // expect: call lookupItem ; gate: unarmed
  await lookupItem(row.title!, options); // expect: call lookupItem ; gate: argument
  await wrapped(row.title!, other.withheld); // expect: call lookupItem through others.ts:26 ; gate: unarmed
  await wrapped(other.title!, other.withheld); // expect: call lookupItem through others.ts:26 ; gate: argument
  res.end();
});
async function wrapped(name: string, withheld: boolean) {
  return lookupItem(name, { withheld }); // expect: call lookupItem (wrapper) ; gate: partly
}
app.get('/sent/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  await lookupItem(String(req.query.title), { withheld: row.withheld }); // expect: call lookupItem ; gate: unarmed
  await lookupItem(String(req.params.id), { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
  res.end();
});
app.get('/lists', async (_req, res) => {
  const rows = await load();
  await lookupItem(rows[0].title!, { withheld: rows[1].withheld }); // expect: call lookupItem ; gate: unarmed
  await lookupItem(rows[0].title!, { withheld: rows[0].withheld }); // expect: call lookupItem ; gate: argument
  const found = rows.find((each) => each.id === 7)!;
  const flags = new Map(rows.map((each) => [each.id, each.withheld]));
  const of = new Map(rows.map((each) => [each.of, each.withheld]));
  let before = rows[0];
  for (const row of rows) {
    await lookupItem(row.title!, { withheld: rows[0].withheld }); // expect: call lookupItem ; gate: unarmed
    await lookupItem(row.title!, { withheld: found.withheld }); // expect: call lookupItem ; gate: unarmed
    await lookupItem(row.title!, { withheld: before.withheld }); // expect: call lookupItem ; gate: unarmed
    await lookupItem(row.title!, { withheld: flags.get(row.of!) }); // expect: call lookupItem ; gate: unarmed
    await lookupItem(row.title!, { withheld: of.get(row.id) }); // expect: call lookupItem ; gate: unarmed
    await lookupItem(row.title!, { withheld: flags.get(row.id) }); // expect: call lookupItem ; gate: argument
    for (const other of rows) {
      await lookupItem(row.title!, { withheld: other.withheld }); // expect: call lookupItem ; gate: unarmed
      await lookupItem(other.title!, { withheld: other.withheld }); // expect: call lookupItem ; gate: argument
    }
    before = row;
  }
  res.end();
});
