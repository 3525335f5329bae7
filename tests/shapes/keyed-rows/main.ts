// What selects the answer comes from a row: of the catalogue, of what points at it, of something else.
import { findItems, getItem, lookupItem } from '@acme/client';
import { eq, isNotNull, isNull } from 'drizzle-orm';
import { db } from './db';
import { items, plays, venues } from './schema';

for (const row of await db.select({ serial: items.serial }).from(items)) {
  await getItem(row.serial); // expect: call getItem ; keyed: catalogue-row items.serial
}
for (const row of await db.select().from(venues)) {
  await lookupItem(row.name, { timeoutMs: row.id }); // expect: call lookupItem ; keyed: other-row venues.name
}
for (const row of await db.select({ heard: plays.heard }).from(plays).where(isNotNull(plays.itemId))) {
  await findItems(row.heard, 5); // expect: call findItems ; keyed: catalogue-row plays.heard
}
for (const row of await db.select({ heard: plays.heard }).from(plays).where(isNull(plays.itemId))) {
  await findItems(row.heard, 5); // expect: call findItems ; keyed: other-row plays.heard
}
const both = await db.select({ name: venues.name, title: items.title }).from(plays).leftJoin(items, eq(plays.itemId, items.id));
for (const row of both) {
  await findItems(`${row.title} ${row.name}`.trim()); // expect: call findItems ; keyed: catalogue-row items.title ; keyed: other-row venues.name
}
await getItem(7); // expect: call getItem ; keyed: constant
