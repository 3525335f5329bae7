// A column of the flag's name in a table that the rules do not name is another one; beside it the same, joined to the
// row that has the flag.
import { lookupItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { archive, items } from './schema';

export async function refresh() {
  for (const row of await db.select().from(archive)) {
    await lookupItem(row.title, { withheld: row.withheld }); // expect: call lookupItem ; gate: unarmed
  }
  const joined = await db
    .select({ title: archive.title, withheld: items.withheld })
    .from(archive)
    .innerJoin(items, eq(items.id, archive.id));
  for (const row of joined) {
    await lookupItem(row.title, { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
  }
}
refresh();
