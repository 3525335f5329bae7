import { lookupItem } from '@acme/client';
import { db, happened, items, onEvent } from '@acme/shared';

onEvent(async (event) => {
  await lookupItem(event.name, { withheld: event.withheld }); // expect: call lookupItem ; gate: argument
});
const rows = await db.select({ name: items.title, withheld: items.withheld }).from(items);
for (const row of rows) await happened({ name: row.name ?? '', withheld: row.withheld }); // chain: argument
