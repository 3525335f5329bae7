// A deliberate bypass, and options that only look like one.
import { lookupItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

const rows = await db.select({ title: items.title, withheld: items.withheld }).from(items);

for (const row of rows) {
  await lookupItem(row.title, { evenIfWithheld: true }); // expect: call lookupItem ; gate: forced
  await lookupItem(row.title, { evenIfWithheld: false }); // expect: call lookupItem ; gate: none
  await lookupItem(row.title, { withheld: row.withheld, evenIfWithheld: true }); // expect: call lookupItem ; gate: forced
  await lookupItem(row.title, { withheld: row.withheld, evenIfWithheld: false }); // expect: call lookupItem ; gate: argument
}
