// The same with TypeORM: several objects are alternatives, and operators are calls.
import { getItem } from '@acme/client';
import { DataSource, Equal, In, IsNull, Not, Or } from 'typeorm';
import { Item } from './entity';

const source = new DataSource({ type: 'postgres', url: process.env.DB_URL });
const all = process.argv.length > 2;
const repository = source.getRepository(Item);

export async function found() {
  for (const row of await repository.findBy({ withheld: false })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await repository.findBy(all ? {} : { withheld: false })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await repository.find({ where: { withheld: Not(true) } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await repository.find({ where: { withheld: Not(false) } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await repository.find({ where: { withheld: Equal(false) } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await repository.find({ where: [{ withheld: false }, { title: 'a' }] })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await repository.find({ where: [{ withheld: false }, { withheld: IsNull() }] })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await repository.find({ where: { withheld: Or(Equal(false), IsNull()) } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await repository.find({ where: { withheld: In([true, false]) } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
}

void found();
