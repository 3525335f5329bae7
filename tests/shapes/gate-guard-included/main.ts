// A row that comes with another one of its table, as a schema file says, is not the one whose flag is checked.
import { getItem } from '@acme/client';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
for (const row of await prisma.items.findMany({ include: { parent: true, children: true } })) {
  if (row.withheld) continue;
  await getItem(row.id); // expect: call getItem ; gate: guard
  await getItem(row.parent.id); // expect: call getItem ; gate: none
  for (const child of row.children) await getItem(child.id); // expect: call getItem ; gate: none
}
for (const row of await prisma.items.findMany({ where: { withheld: false }, include: { children: true } })) {
  await getItem(row.id); // expect: call getItem ; gate: filter
  for (const child of row.children) await getItem(child.id); // expect: call getItem ; gate: none
}
