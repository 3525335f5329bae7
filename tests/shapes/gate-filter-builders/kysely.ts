// The same with kysely: operators are texts, and functions put conditions together.
import { getItem } from '@acme/client';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: process.env.DB_URL }) }) });
async function y1() {
  for (const row of await db.selectFrom('items').selectAll().where('withheld', '=', false).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y2() {
  for (const row of await db.selectFrom('items').selectAll().where('withheld', '=', true).execute()) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function y3() {
  for (const row of await db.selectFrom('items').selectAll().where('withheld', '!=', true).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y4() {
  for (const row of await db.selectFrom('items').selectAll().where('withheld', 'is', null).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y5() {
  for (const row of await db.selectFrom('items').selectAll().where('withheld', 'is not', true).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y6() {
  for (const row of await db.selectFrom('items').selectAll().where((eb) => eb('withheld', '=', false)).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y7() {
  for (const row of await db.selectFrom('items').selectAll().where((eb) => eb.or([eb('withheld', '=', false), eb('title', '=', 'x')])).execute()) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function y8() {
  for (const row of await db.selectFrom('items').selectAll().where((eb) => eb.or([eb('withheld', '=', false), eb('withheld', 'is', null)])).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y9() {
  for (const row of await db.selectFrom('items as i').select(['i.id', 'i.remote']).where('i.withheld', '=', false).where('i.title', '=', 'x').execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y10() {
  for (const row of await db.selectFrom('items').selectAll().where('withheld', 'in', [false]).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y11() {
  for (const row of await db.selectFrom('items').selectAll().where('withheld', 'not in', [true]).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y12() {
  const row = await db.selectFrom('items').selectAll().where('id', '=', 3).where('withheld', '=', false).executeTakeFirst();
  await getItem(row!.remote); // expect: call getItem ; gate: filter
}
async function y13() {
  for (const row of await db.selectFrom('items').selectAll().where(({ not, eb }) => not(eb('withheld', '=', true))).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y14() {
  for (const row of await db.selectFrom('items').selectAll().where(({ eb, and }) => and([eb('withheld', '=', false), eb('title', '=', 'x')])).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function y15(op: '=' | '!=') {
  for (const row of await db.selectFrom('items').selectAll().where('withheld', op, false).execute()) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function y16() {
  for (const row of await db.selectFrom('items').selectAll().where('items.withheld', '<>', true).execute()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
for (const f of [y1, y2, y3, y4, y5, y6, y7, y8, y9, y10, y11, y12, y13, y14, y16]) void f();
void y15(process.argv.length > 2 ? '=' : '!=');
