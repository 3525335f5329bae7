// Conditions of which some are only there at times: one that is not always there leaves no flagged rows out.
import { getItem } from '@acme/client';
import { and, eq, or } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

export async function spread(title?: string) {
  for (const row of await db.select().from(items).where(and(...(title ? [eq(items.withheld, false)] : [])))) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await db.select().from(items).where(and(eq(items.withheld, false), ...(title ? [eq(items.title, title)] : [])))) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await db.select().from(items).where(or(eq(items.withheld, false), ...(title ? [eq(items.title, title)] : [])))) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await db.select().from(items).where(and(...(title ? [eq(items.withheld, false), eq(items.title, title)] : [eq(items.withheld, false)])))) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
}

export async function shortened(title?: string) {
  for (const row of await db.select().from(items).where(and(title ? eq(items.withheld, false) : undefined, eq(items.id, 4)))) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await db.select().from(items).where(and(title && eq(items.withheld, false), eq(items.id, 4)) as never)) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await db.select().from(items).where(and(title && eq(items.title, title), eq(items.withheld, false)) as never)) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
}
