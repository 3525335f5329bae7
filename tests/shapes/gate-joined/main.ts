// A row with the flag of another one beside it: the join must be by what says which row it is.
import { getItem } from '@acme/client';
import { and, eq, sql } from 'drizzle-orm';
import { db } from './db';
import { items, makers, plays } from './schema';

const shown = eq(items.withheld, false);

export async function left() {
  const own = await db.select({ remote: plays.remote, withheld: items.withheld }).from(plays).leftJoin(items, eq(items.id, plays.itemId));
  for (const row of own) {
    if (row.withheld) continue;
    await getItem(row.remote!); // expect: call getItem ; gate: guard
  }
  const others = await db.select({ remote: plays.remote, withheld: items.withheld }).from(plays).leftJoin(items, eq(items.otherId, plays.itemId));
  for (const row of others) {
    if (row.withheld) continue;
    await getItem(row.remote!); // expect: call getItem ; gate: none
  }
  const crossed = await db.select({ remote: plays.remote, withheld: items.withheld }).from(plays).leftJoin(items, eq(items.id, plays.id));
  for (const row of crossed) {
    if (row.withheld) continue;
    await getItem(row.remote!); // expect: call getItem ; gate: none
  }
  const flagged = await db.select({ remote: items.remote, withheld: items.withheld }).from(plays).leftJoin(items, eq(items.otherId, plays.id));
  for (const row of flagged) {
    if (row.withheld) continue;
    await getItem(row.remote!); // expect: call getItem ; gate: guard
  }
}

export async function inner() {
  for (const row of await db.select().from(plays).innerJoin(items, eq(items.id, plays.itemId)).where(shown)) {
    await getItem(row.plays.remote!); // expect: call getItem ; gate: filter
  }
  for (const row of await db.select().from(plays).innerJoin(items, and(eq(items.otherId, plays.id), shown))) {
    await getItem(row.plays.remote!); // expect: call getItem ; gate: none
    await getItem(row.items.remote!); // expect: call getItem ; gate: filter
  }
}

export async function parts() {
  const made = await db.select({ remote: makers.remote, withheld: items.withheld }).from(items).innerJoin(makers, eq(makers.id, items.otherId));
  for (const row of made) {
    if (row.withheld) continue;
    await getItem(row.remote!); // expect: call getItem ; gate: guard
  }
}

export async function text() {
  for (const row of await db.execute(sql`
    SELECT p.remote FROM plays p JOIN items i ON i.id = p.item_id WHERE NOT i.withheld`)) {
    await getItem(row.remote); // expect: call getItem ; gate: filter
  }
  for (const row of await db.execute(sql`
    SELECT p.remote FROM plays p JOIN items i ON i.other_id = p.item_id WHERE NOT i.withheld`)) {
    await getItem(row.remote); // expect: call getItem ; gate: none
  }
  for (const row of await db.execute(sql`
    SELECT p.remote FROM plays p, items i WHERE i.id = p.item_id AND NOT i.withheld`)) {
    await getItem(row.remote); // expect: call getItem ; gate: filter
  }
}
