// The flag of a row on its way into the options: every form in which people pass it, and beside it the same form
// without it.
import { lookupItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

const load = () => db.select({ title: items.title, withheld: items.withheld }).from(items);
const few = () => db.select({ title: items.title }).from(items);
const base = { timeoutMs: 50 };

for (const row of await load()) {
  await lookupItem(row.title, { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
  await lookupItem(row.title, { timeoutMs: 5 }); // expect: call lookupItem ; gate: none
  await lookupItem(row.title); // expect: call lookupItem ; gate: none
  const { withheld } = row;
  await lookupItem(row.title, { withheld }); // expect: call lookupItem ; gate: argument
  const held = row.withheld ?? false;
  await lookupItem(row.title, { ...base, withheld: held }); // expect: call lookupItem ; gate: argument
  await lookupItem(row.title, { withheld, ...base }); // expect: call lookupItem ; gate: argument
  await lookupItem(row.title, { ...base }); // expect: call lookupItem ; gate: none
  await lookupItem(row.title, { ...base, ...(row.withheld ? { withheld: true } : {}) }); // expect: call lookupItem ; gate: argument
  await lookupItem(row.title, { ...base, ...(row.withheld ? { timeoutMs: 1 } : {}) }); // expect: call lookupItem ; gate: none
  const options = { ...base, withheld: row.withheld };
  await lookupItem(row.title, options); // expect: call lookupItem ; gate: argument
  await lookupItem(row.title, { withheld: !!row.withheld }); // expect: call lookupItem ; gate: argument
  await lookupItem(row.title, { withheld: false }); // expect: call lookupItem ; gate: unarmed
  await lookupItem(row.title, { withheld: undefined }); // expect: call lookupItem ; gate: unarmed
  await lookupItem(row.title, { withheld: !row.withheld }); // expect: call lookupItem ; gate: unarmed
  const open = row.withheld ? false : true;
  await lookupItem(row.title, { withheld: open }); // expect: call lookupItem ; gate: unarmed
  await lookupItem(row.title, { withheld: !open }); // expect: call lookupItem ; gate: argument
  await lookupItem(row.title, { withheld: row.withheld && row.title !== '' }); // expect: call lookupItem ; gate: argument
}

for (const row of (await few()) as { title: string; withheld?: boolean }[]) {
  await lookupItem(row.title, { withheld: row.withheld }); // expect: call lookupItem ; gate: unarmed
}

const tasks = (await load()).map((row) => ({ name: row.title, options: { withheld: row.withheld } }));
for (const task of tasks) await lookupItem(task.name, task.options); // expect: call lookupItem ; gate: argument

const bare = (await load()).map((row) => ({ name: row.title, options: { timeoutMs: 10 } }));
for (const task of bare) await lookupItem(task.name, task.options); // expect: call lookupItem ; gate: none

const parked: { name: string; withheld: boolean }[] = [];
for (const row of await load()) parked.push({ name: row.title, withheld: row.withheld });
for (const one of parked) await lookupItem(one.name, { withheld: one.withheld }); // expect: call lookupItem ; gate: argument
