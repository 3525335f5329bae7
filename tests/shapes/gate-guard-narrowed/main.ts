// Rows that are asked for without the flag have none: a check of it lets each one pass. Beside each one that has it.
import { getItem } from '@acme/client';
import { PrismaClient } from '@prisma/client';
import mongoose from 'mongoose';

const Item: any = mongoose.model('Item', new mongoose.Schema({ withheld: Boolean, remote: Number }));
const prisma = new PrismaClient();

async function texts(id: string, given: string) {
  const a = await Item.findById(id).select('remote'), b = await Item.findById(id).select('remote withheld');
  if (!a.withheld) await getItem(a.remote); // expect: call getItem ; gate: none
  if (!b.withheld) await getItem(b.remote); // expect: call getItem ; gate: guard
  const c = await Item.findById(id).select('-withheld').lean(), d = await Item.findById(id).select('-title').lean();
  if (!c.withheld) await getItem(c.remote); // expect: call getItem ; gate: none
  if (!d.withheld) await getItem(d.remote); // expect: call getItem ; gate: guard
  const e = await Item.findOne({ _id: id }, 'remote'), f = await Item.findById(id).select('+secret');
  if (!e.withheld) await getItem(e.remote); // expect: call getItem ; gate: none
  if (!f.withheld) await getItem(f.remote); // expect: call getItem ; gate: guard
  const open = await Item.findById(id).select(given);
  if (!open.withheld) await getItem(open.remote); // expect: call getItem ; gate: guard
}

async function objects(id: string) {
  const a = await Item.findById(id).select({ remote: 1 }), b = await Item.findById(id).select({ title: 0 });
  if (!a.withheld) await getItem(a.remote); // expect: call getItem ; gate: none
  if (!b.withheld) await getItem(b.remote); // expect: call getItem ; gate: guard
  for (const row of await Item.find({}).select(['remote'])) if (!row.withheld) await getItem(row.remote); // expect: call getItem ; gate: none
  for (const row of await Item.find({}, ['remote', 'withheld'])) if (!row.withheld) await getItem(row.remote); // expect: call getItem ; gate: guard
  const unwaited = Item.findById(id), whole = await Item.findById(id).populate({ path: 'parent', select: 'remote' });
  if (!unwaited.withheld) await getItem(unwaited.remote); // expect: call getItem ; gate: none
  if (!whole.withheld) await getItem(whole.remote); // expect: call getItem ; gate: guard
}

async function omitted(id: number) {
  const a: any = await prisma.item.findUnique({ where: { id }, omit: { withheld: true } });
  if (!a.withheld) await getItem(a.remote); // expect: call getItem ; gate: none
  const b: any = await prisma.item.findUnique({ where: { id }, omit: { withheld: false, title: true } });
  if (!b.withheld) await getItem(b.remote); // expect: call getItem ; gate: guard
}

void texts('', '');
void objects('');
void omitted(1);
