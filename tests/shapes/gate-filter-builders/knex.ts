// Conditions by the names of columns, with knex: beside each a look-alike that lets flagged rows through.
import { getItem } from '@acme/client';
import knex from 'knex';
const db = knex({ client: 'pg', connection: process.env.DB_URL });
async function k1() {
  for (const row of await db('items').where('withheld', false)) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k2() {
  for (const row of await db('items').where('withheld', true)) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k3() {
  for (const row of await db('items').whereNot('withheld', true)) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k4() {
  for (const row of await db('items').whereNot('withheld', false)) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k5() {
  for (const row of await db('items').where('withheld', '=', false)) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k6() {
  for (const row of await db('items').where('withheld', '!=', true)) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k7() {
  for (const row of await db('items').where({ withheld: false })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k8() {
  for (const row of await db('items').where({ withheld: true })) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k9() {
  for (const row of await db('items').whereNot({ withheld: true })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k10() {
  for (const row of await db('items').where('withheld', false).orWhere('title', 'x')) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k11() {
  for (const row of await db('items').where('withheld', false).andWhere('title', 'x')) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k12() {
  for (const row of await db('items').whereNull('withheld')) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k13() {
  for (const row of await db('items').whereNotNull('withheld')) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k14() {
  for (const row of await db('items').whereIn('withheld', [false])) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k15() {
  for (const row of await db('items').whereNotIn('withheld', [true])) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k16() {
  for (const row of await db('items').whereNotIn('withheld', [false])) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k17() {
  for (const row of await db('items').where('items.withheld', false).select('items.remote')) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k18() {
  for (const row of await db('items').where((b) => b.where('withheld', false).orWhereNull('withheld'))) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k19() {
  for (const row of await db('items').where((b) => b.where('withheld', false).orWhere('title', 'x'))) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k20() {
  for (const row of await db('items').whereRaw('withheld = false')) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k21() {
  for (const row of await db('items').where('title', 'x').orWhere('withheld', false)) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k22() {
  for (const row of await db('items').where('title', 'x').orWhereNot('withheld', true)) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k23(all: boolean) {
  const query = db('items').select('remote');
  if (!all) query.where('withheld', false);
  for (const row of await query) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k24(hide: boolean) {
  for (const row of await db('items').where('withheld', hide)) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k25() {
  for (const row of await db('items').where('withheld', '<>', false)) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function k26() {
  for (const row of await db('items').where('withheld', 'is', false)) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k27() {
  for (const row of await db('items').join('labels', 'labels.id', 'items.label_id').where('items.withheld', false).select('items.remote')) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k28() {
  const row = await db('items').where('withheld', false).first();
  await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function k29() {
  const row = await db('items').where({ id: 3, withheld: false }).first();
  await getItem(row.remote); // expect: call getItem ; gate: filter
}
for (const f of [k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11, k12, k13, k14, k15, k16, k17, k18, k19, k20, k21, k22, k25, k26, k27, k28, k29]) void f();
void k23(process.argv.length > 2); void k24(process.argv.length > 2);
