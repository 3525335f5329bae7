// The flag is read with the row, and the call leaves it aside; beside it calls that could not have known.
import { lookupItem } from '@acme/client';
import { db } from './db';
import { items, venues } from './schema';

for (const row of await db.select({ title: items.title, withheld: items.withheld }).from(items)) {
  await lookupItem(row.title); // expect: call lookupItem ; gate: none ; defect: flag-in-scope-unused
  await lookupItem(row.title, { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
}
for (const row of await db.select({ title: items.title }).from(items)) {
  await lookupItem(row.title); // expect: call lookupItem ; gate: none
}
for (const row of await db.select().from(venues)) {
  await lookupItem(row.name); // expect: call lookupItem ; gate: none
}
