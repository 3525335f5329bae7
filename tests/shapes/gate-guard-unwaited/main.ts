// A promise has no flag: a check of a row that nobody waited for lets each one pass. Beside each a row that is there.
import { getItem } from '@acme/client';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { client, db } from './db';
import { items } from './schema';

const later = async (id: number): Promise<any> => (await db.select().from(items).where(eq(items.id, id)))[0];
const chained = (id: number): any => db.select().from(items).where(eq(items.id, id)).then((rows) => rows[0]);
const inFile = new Database(process.env.FILE!);
const atOnce = (id: number): any => inFile.prepare('SELECT id, withheld FROM items WHERE id = ?').get(id);

export async function called(id: number) {
  const a = later(id), b = await later(id), c = chained(id), d = await chained(id), e = atOnce(id);
  if (!a.withheld) await getItem(id); // expect: call getItem ; gate: none
  if (!b.withheld) await getItem(id); // expect: call getItem ; gate: guard
  if (!c.withheld) await getItem(id); // expect: call getItem ; gate: none
  if (!d.withheld) await getItem(id); // expect: call getItem ; gate: guard
  if (!e.withheld) await getItem(id); // expect: call getItem ; gate: guard
  const { withheld } = later(id) as any;
  if (!withheld) await getItem(id); // expect: call getItem ; gate: none
  if (!(await a).withheld) await getItem(id); // expect: call getItem ; gate: guard
}

export async function asked(id: number) {
  const rows: any = db.select().from(items).where(eq(items.id, id));
  if (!rows[0]?.withheld) await getItem(id); // expect: call getItem ; gate: none
  if (!(await rows)[0].withheld) await getItem(id); // expect: call getItem ; gate: guard
  const sent: any = client`SELECT id, withheld FROM items WHERE id = ${id}`;
  if (!sent[0]?.withheld) await getItem(id); // expect: call getItem ; gate: none
  const [row] = await sent;
  if (!row.withheld) await getItem(id); // expect: call getItem ; gate: guard
}

export async function listed(ids: number[]) {
  for (const row of ids.map((id) => later(id)) as any[]) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await Promise.all(ids.map((id) => later(id)))) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
  const open = (ids.map((id) => later(id)) as any[]).filter((row) => !row.withheld);
  for (const row of open) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of (ids.map((id) => atOnce(id)) as any[])) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
}

const check = (row: any) => { if (row.withheld) throw new Error('withheld'); };
const demand = async (id: number) => check(await later(id));
export async function thrown(id: number) {
  demand(id).catch(() => undefined);
  await getItem(id); // expect: call getItem ; gate: none
  check(later(id));
  await getItem(id); // expect: call getItem ; gate: none
  await demand(id);
  await getItem(id); // expect: call getItem ; gate: guard
}

export async function held(id: number) {
  const { row } = { row: later(id) as any }, { other } = { other: await later(id) };
  if (!row.withheld) await getItem(id); // expect: call getItem ; gate: none
  if (!other.withheld) await getItem(id); // expect: call getItem ; gate: guard
}

void held(1);
void called(1);
void asked(1);
void listed([1]);
void thrown(1);
