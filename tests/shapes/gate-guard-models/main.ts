// Rows of models whose queries nobody can read: a check of one row says nothing of one that was asked for otherwise.
import { getItem } from '@acme/client';
import { PrismaClient } from '@prisma/client';
import mongoose from 'mongoose';

const prisma = new PrismaClient();
const Item: any = mongoose.model('Item', new mongoose.Schema({ withheld: Boolean, remote: Number, parent: Number }));
const find = (id: number) => prisma.item.findUnique({ where: { id } });

export async function single(id: number, other: number) {
  const row = await Item.findById(id);
  const next = await Item.findById(other);
  if (row.withheld) return;
  await getItem(row.remote); // expect: call getItem ; gate: guard
  await getItem(next.remote); // expect: call getItem ; gate: none
  await getItem((await Item.findById(other)).remote); // expect: call getItem ; gate: none
  await getItem((await Item.findById(row.parent)).remote); // expect: call getItem ; gate: none
  await getItem((await Item.findById(row._id).populate('parent')).remote); // expect: call getItem ; gate: guard
  await getItem((await Item.findById(id).lean()).remote); // expect: call getItem ; gate: guard
}

export async function wrapped(id: number, other: number) {
  const row = await find(id);
  const next = await find(other);
  if (next!.withheld) return;
  await getItem(next!.remote); // expect: call getItem ; gate: guard
  await getItem(other); // expect: call getItem ; gate: guard
  await getItem(row!.remote); // expect: call getItem ; gate: none
  await getItem(id); // expect: call getItem ; gate: none
}

export async function related(id: number) {
  const row = await prisma.item.findUnique({ where: { id } });
  if (row!.withheld) return;
  const again = await prisma.item.findUnique({ where: { id: row!.id }, include: { links: true } });
  await getItem(again!.links[0].remote); // expect: call getItem ; gate: guard
  const link = await prisma.link.findFirst({ where: { item: row!.id } });
  await getItem(link!.remote); // expect: call getItem ; gate: guard
  const parent = await prisma.item.findUnique({ where: { id: row!.parentId } });
  await getItem(parent!.remote); // expect: call getItem ; gate: none
}

export async function several(ids: number[]) {
  const rows = await prisma.item.findMany();
  for (const row of rows) {
    if (row.withheld) continue;
    await getItem(row.remote); // expect: call getItem ; gate: guard
  }
  if (rows[0].withheld) return;
  for (const row of rows) await getItem(row.remote); // expect: call getItem ; gate: none
  for (const id of ids) {
    const row = await Item.findById(id);
    if (row.withheld) continue;
    await getItem(row.remote); // expect: call getItem ; gate: guard
  }
}

export async function collections(db: any, id: number) {
  const row = await db.collection('items').findOne({ id });
  const next = await db.collection('items').findOne({ id: row.parent });
  const link = await db.collection('links').findOne({ item: row.key });
  if (row.withheld) return;
  await getItem(next.remote); // expect: call getItem ; gate: none
  await getItem(link.remote); // expect: call getItem ; gate: guard
}

export async function madeOf(id: number, other: number) {
  const row = await Item.findById(id);
  const next = await Item.findById(other);
  if (row.withheld) return;
  await getItem(Number(next.remote)); // expect: call getItem ; gate: none
  await getItem(Number(row.remote)); // expect: call getItem ; gate: guard
  await getItem(`x${next.remote}` as any); // expect: call getItem ; gate: none
  await getItem(`x${row.remote}` as any); // expect: call getItem ; gate: guard
  await getItem({ id: next.remote } as any); // expect: call getItem ; gate: none
  await getItem({ id: row.remote } as any); // expect: call getItem ; gate: guard
  await fetch(`${process.env.ACME_URL}/a/${next.remote}`); // expect: request GET /a/{} ; gate: none
  await fetch(`${process.env.ACME_URL}/b/${row.remote}`); // expect: request GET /b/{} ; gate: guard
}

const schema = new mongoose.Schema({
  withheld: Boolean,
  remote: Number,
  parent: { type: mongoose.Schema.Types.ObjectId, ref: 'Page' },
  note: { type: mongoose.Schema.Types.ObjectId, ref: 'Note' },
});
const Page: any = mongoose.model('Page', schema);

export async function populated(id: number) {
  const row = await Page.findById(id).populate('parent note');
  if (row.withheld) return;
  await getItem(row.remote); // expect: call getItem ; gate: guard
  await getItem(row.parent.remote); // expect: call getItem ; gate: none
  await getItem(row.note.remote); // expect: call getItem ; gate: guard
}

export async function byConstants() {
  const row = await Item.findById(1);
  if (row.withheld) return;
  await getItem((await Item.findById(1)).remote); // expect: call getItem ; gate: guard
  await getItem((await Item.findById(2)).remote); // expect: call getItem ; gate: none
}
