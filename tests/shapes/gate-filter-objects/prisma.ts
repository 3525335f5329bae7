// Prisma: operators are keys that are called like columns.
import { getItem } from '@acme/client';
import { PrismaClient, Prisma } from '@prisma/client';
const prisma = new PrismaClient();
async function p1() {
  for (const row of await prisma.item.findMany({ where: { withheld: false } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function p2() {
  for (const row of await prisma.item.findMany({ where: { NOT: { withheld: true } } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function p3() {
  for (const row of await prisma.item.findMany({ where: { NOT: { withheld: false } } })) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function p4() {
  for (const row of await prisma.item.findMany({ where: { AND: [{ withheld: false }, { title: 'x' }] } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function p5() {
  for (const row of await prisma.item.findMany({ where: { OR: [{ withheld: false }, { title: 'x' }] } })) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function p6() {
  for (const row of await prisma.item.findMany({ where: { withheld: { equals: false } } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function p7() {
  for (const row of await prisma.item.findMany({ where: { withheld: { not: true } } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function p8() {
  for (const row of await prisma.item.findMany({ where: { withheld: { not: false } } })) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function p9() {
  for (const row of await prisma.item.findMany({ where: { NOT: [{ withheld: true }, { title: 'x' }] } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function p10() {
  for (const row of await prisma.item.findMany({ where: { OR: [{ withheld: false }, { withheld: null }] } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function p11() {
  for (const row of await prisma.item.findMany({ where: { title: 'x', AND: { withheld: false } } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function p12() {
  for (const row of await prisma.item.findMany({ where: { NOT: { withheld: true, title: 'x' } } })) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function p13() {
  const row = await prisma.item.findFirst({ where: { id: 3, withheld: false } });
  await getItem(row!.remote); // expect: call getItem ; gate: filter
}
async function p14(all: boolean) {
  for (const row of await prisma.item.findMany({ where: all ? {} : { NOT: { withheld: true } } })) await getItem(row.remote); // expect: call getItem ; gate: none
}
async function p15(where: Prisma.ItemWhereInput) {
  for (const row of await prisma.item.findMany({ where: { AND: [where, { withheld: false }] } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function p18() {
  for (const row of await prisma.item.findMany({ where: { NOT: { withheld: { equals: true } } } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
async function p19() {
  for (const row of await prisma.item.findMany({ where: { withheld: { in: [false] } } })) await getItem(row.remote); // expect: call getItem ; gate: filter
}
for (const f of [p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p18, p19]) void f();
void p14(process.argv.length > 2); void p15({});
async function none() {
  for (const row of await prisma.item.findMany({ where: { withheld: undefined } })) await getItem(row.remote); // expect: call getItem ; gate: none
}
void none();
// A list that is empty where it is written may hold anything later, or be told otherwise than one thinks.
async function filled(titles: string[]) {
  const either: Prisma.ItemWhereInput[] = [];
  for (const title of titles) either.push({ title });
  for (const row of await prisma.item.findMany({ where: { OR: either } })) await getItem(row.remote); // expect: call getItem ; gate: none
  const more: Prisma.ItemWhereInput[] = [{ withheld: false }];
  if (titles.length) more.push({ title: titles[0] });
  for (const row of await prisma.item.findMany({ where: { OR: more } })) await getItem(row.remote); // expect: call getItem ; gate: none
  for (const row of await prisma.item.findMany({ where: { AND: more } })) await getItem(row.remote); // expect: call getItem ; gate: filter
  for (const row of await prisma.item.findMany({ where: { OR: [] } })) await getItem(row.remote); // expect: call getItem ; gate: none
  for (const row of await prisma.item.findMany({ where: { withheld: { in: [] } } })) await getItem(row.remote); // expect: call getItem ; gate: none
}
void filled([]);
