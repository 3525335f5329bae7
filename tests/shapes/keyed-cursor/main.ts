// Rows of postgres.js that come in parts: how many come at once is no key, the column of the row is.
import { findItems, getItem, lookupItem } from '@acme/client';
import postgres from 'postgres';
import { streamed } from 'unknown-streams';

const sql = postgres(process.env.DB_URL!);

for await (const [item] of sql`SELECT serial FROM items`.cursor()) {
  await getItem(item.serial); // expect: call getItem ; keyed: catalogue-row items.serial
}
for await (const rows of sql`SELECT name FROM venues`.cursor(10)) {
  for (const row of rows) {
    await findItems(row.name); // expect: call findItems ; keyed: other-row venues.name
  }
}
await sql`SELECT heard FROM plays`.cursor(10, async (rows) => {
  for (const row of rows) await lookupItem(row.heard); // expect: call lookupItem ; keyed: catalogue-row plays.heard
});
await sql`SELECT title FROM items`.cursor(async ([row]) => {
  await findItems(row.title); // expect: call findItems ; keyed: catalogue-row items.title
});
await sql`SELECT title FROM items`.forEach(async (row) => {
  await findItems(row.title); // expect: call findItems ; keyed: catalogue-row items.title
});
for (const row of await sql`SELECT title FROM items`.simple()) {
  await findItems(row.title); // expect: call findItems ; keyed: catalogue-row items.title
}
for await (const row of streamed(sql`SELECT title FROM items`, 10)) {
  await findItems(row.title); // expect: call findItems ; keyed: unknown
}
for await (const row of sql`SELECT title FROM items`.inParts(10)) {
  await findItems(row.title); // expect: call findItems ; keyed: unknown
}
for (const row of await sql`SELECT title FROM items`) {
  await findItems(row.title, 10); // expect: call findItems ; keyed: catalogue-row items.title
}
await getItem(10); // expect: call getItem ; keyed: constant
