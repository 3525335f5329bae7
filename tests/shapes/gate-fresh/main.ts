// The flag of a row that was just inserted is its default; that of a row which may have been there before is not.
import { lookupItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

const [fresh] = await db.insert(items).values({ id: 1, title: 'a' }).returning();
await lookupItem(fresh.title, { withheld: fresh.withheld }); // expect: call lookupItem ; gate: unarmed

const [known] = await db.insert(items).values({ id: 1, title: 'a' }).onConflictDoUpdate({ target: items.id, set: { title: 'a' } }).returning();
await lookupItem(known.title, { withheld: known.withheld }); // expect: call lookupItem ; gate: argument

const [said] = await db.insert(items).values({ id: 1, title: 'a', withheld: process.argv.length > 2 }).returning();
await lookupItem(said.title, { withheld: said.withheld }); // expect: call lookupItem ; gate: argument

const [changed] = await db.update(items).set({ title: 'b' }).returning();
await lookupItem(changed.title, { withheld: changed.withheld }); // expect: call lookupItem ; gate: argument
