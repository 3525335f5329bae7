// The same, where a schema file says what a column points at.
import { getItem } from '@acme/client';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
for (const row of await prisma.items.findMany()) {
  if (row.withheld) continue;
  await getItem(row.parentId); // expect: call getItem ; gate: none
  await getItem(row.id); // expect: call getItem ; gate: guard
}
for (const row of await prisma.items.findMany({ where: { withheld: false } })) {
  await getItem(row.parentId); // expect: call getItem ; gate: none
  await getItem(row.id); // expect: call getItem ; gate: filter
}
