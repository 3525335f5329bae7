// The query builder of TypeORM: conditions are SQL in which parameters have names.
import { getItem } from '@acme/client';
import { DataSource, Not, IsNull, In, Equal } from 'typeorm';
import { Item } from './entity';
const source = new DataSource({ type: 'postgres', url: process.env.DB_URL });
const repository = source.getRepository(Item);
async function t1() {
  for (const row of await repository.find({ where: { withheld: Not(true) } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function t2() {
  for (const row of await repository.createQueryBuilder('item').where('item.withheld = false').getMany()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function t3() {
  for (const row of await repository.createQueryBuilder('item').where('item.withheld = :hidden', { hidden: false }).getMany()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function t4() {
  for (const row of await repository.createQueryBuilder('item').where('item.withheld = :hidden', { hidden: true }).getMany()) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function t5() {
  for (const row of await repository.createQueryBuilder('item').where({ withheld: false }).getMany()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function t6() {
  for (const row of await repository.createQueryBuilder('item').where('item.title = :t', { t: 'x' }).andWhere('item.withheld IS NOT TRUE').getMany()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function t7() {
  for (const row of await repository.createQueryBuilder('item').where('item.withheld = false').orWhere('item.title = :t', { t: 'x' }).getMany()) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function t8() {
  const row = await repository.findOneBy({ id: 3, withheld: false });
  await getItem(row!.remote); // expect: call getItem ; gate: filter
}
async function t9() {
  const row = await source.manager.findOne(Item, { where: { id: 3, withheld: Equal(false) } });
  await getItem(row!.remote); // expect: call getItem ; gate: filter
}
async function t10() {
  for (const row of await repository.createQueryBuilder('item').where('NOT item.withheld').getMany()) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function t11() {
  const [rows] = await repository.findAndCount({ where: { withheld: false }, take: 10 });
  for (const row of rows) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function t12() {
  for (const row of await repository.createQueryBuilder('item').where('item.withheld = :hidden').setParameter('hidden', false).getMany()) await getItem(row.remote); // expect: call getItem
}
for (const f of [t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12]) void f();
