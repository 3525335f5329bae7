// A caller that nothing can run brings no row: the gate is as weak as the callers that run. Code that outside code may
// call counts, and where nothing runs the access at all, its callers do.
import { getItem } from '@acme/client';
import { registry } from 'registry';
import { db } from './db';
import { items } from './schema';

const load = () => db.select({ id: items.id, withheld: items.withheld }).from(items);

async function kept(id: number) {
  return getItem(id); // expect: call getItem ; gate: guard
}
async function dead() {
  for (const row of await load()) await kept(row.id); // chain: none
}

async function open(id: number) {
  return getItem(id); // expect: call getItem ; gate: none
}
registry.add({
  async given() {
    for (const row of await load()) await open(row.id); // chain: none
  },
});

async function never(id: number) {
  return getItem(id); // expect: call getItem ; gate: none
}
async function alsoDead() {
  for (const row of await load()) await never(row.id); // chain: none
}

for (const row of await load()) {
  if (row.withheld) continue;
  await kept(row.id); // chain: guard
  await open(row.id); // chain: guard
}
