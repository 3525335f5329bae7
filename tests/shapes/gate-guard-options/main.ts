// The check is of an option that callers set: of what they set it to, whatever the option is called.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

type Options = { withheld?: boolean };
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)))[0];
const handed = async (id: number, options: Options) => (options.withheld ? null : getItem(id)); // expect: call getItem ; gate: guard
const turned = async (id: number, options: Options) => (options.withheld ? null : getItem(id)); // expect: call getItem ; gate: none
const fixed = async (id: number, options: Options) => (options.withheld ? null : getItem(id)); // expect: call getItem ; gate: none
const narrowed = async (id: number, options: Options) => (options.withheld ? null : getItem(id)); // expect: call getItem ; gate: none

export async function callers(id: number) {
  const row = await one(id);
  await handed(row.remote!, { withheld: row.withheld ?? true });
  await turned(row.remote!, { withheld: !row.withheld });
  await fixed(row.remote!, { withheld: false });
  await narrowed(row.remote!, { withheld: row.withheld! && process.argv.length > 2 });
}

export async function ofSettings(id: number) {
  const settings = { withheld: process.env.WITHHELD === '1' };
  const row = await one(id);
  if (settings.withheld) return;
  await getItem(row.remote!); // expect: call getItem ; gate: none
}
