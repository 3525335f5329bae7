// TypeORM: what comes with a row by a relation of its table to itself is another row.
import { getItem } from '@acme/client';
import { DataSource } from 'typeorm';
import { Item } from './entity';

const repository = new DataSource({ type: 'postgres', url: process.env.DB_URL }).getRepository(Item);

async function single(id: number) {
  const row = await repository.findOne({ where: { id }, relations: { parent: true, children: true, notes: true } });
  if (row!.withheld) return;
  await getItem(row!.remote); // expect: call getItem ; gate: guard
  await getItem(row!.parent.remote); // expect: call getItem ; gate: none
  for (const child of row!.children) await getItem(child.remote); // expect: call getItem ; gate: none
  for (const note of row!.notes) await getItem(note.remote); // expect: call getItem ; gate: guard
  const other = await repository.findOne({ where: { id: row!.parentId } });
  await getItem(other!.remote); // expect: call getItem ; gate: none
  const again = await repository.findOne({ where: { id: row!.id } });
  await getItem(again!.remote); // expect: call getItem ; gate: guard
}

async function parent(id: number) {
  const row = await repository.findOne({ where: { id }, relations: ['parent'] });
  if (row!.parent.withheld) return;
  await getItem(row!.remote); // expect: call getItem ; gate: none
  await getItem(row!.parent.remote); // expect: call getItem ; gate: guard
}

async function several() {
  for (const row of await repository.find({ where: { withheld: false }, relations: { parent: true } })) {
    await getItem(row.remote); // expect: call getItem ; gate: filter
    await getItem(row.parent.remote); // expect: call getItem ; gate: none
  }
}

void single(1);
void parent(1);
void several();
