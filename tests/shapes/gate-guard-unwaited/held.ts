// The same for rows in fields of objects, which may have been given another value since.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const one = async (id: number): Promise<any> => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

export async function put(id: number) {
  const found: any = {};
  found.row = one(id);
  found.other = 1;
  if (!found.row.withheld) await getItem((await found.row).id); // expect: call getItem ; gate: none
  found.row = await one(id);
  if (!found.row.withheld) await getItem(found.row.id); // expect: call getItem ; gate: guard
}

export async function written(id: number) {
  const found: any = { row: one(id) };
  if (!found.row.withheld) await getItem((await found.row).id); // expect: call getItem ; gate: none
  const there: any = { row: await one(id) };
  if (!there.row.withheld) await getItem(there.row.id); // expect: call getItem ; gate: guard
}

export async function captured(id: number) {
  const found: any = { row: null };
  const fill = () => { found.row = one(id); };
  fill();
  if (!found.row.withheld) await getItem((await found.row).id); // expect: call getItem ; gate: none
}

export async function shared(id: number) {
  const found: any = { row: null }, there: any = { row: null };
  console.log(found, there);
  found.row = one(id);
  if (!found.row.withheld) await getItem((await found.row).id); // expect: call getItem ; gate: none
  there.row = await one(id);
  if (!there.row.withheld) await getItem(there.row.id); // expect: call getItem ; gate: guard
}

export async function resolved(id: number) {
  const row = await one(id);
  if (!(Promise.resolve(row) as any).withheld) await getItem(row.id); // expect: call getItem ; gate: none
  if (!(await Promise.resolve(row)).withheld) await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function ofFlag(id: number) {
  const row = await one(id);
  if (!row.withheld.withheld) await getItem(row.id); // expect: call getItem ; gate: none
  if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
}
