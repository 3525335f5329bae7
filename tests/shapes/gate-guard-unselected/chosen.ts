// Rows that have the flag on some ways only, by what their query selects there. Beside each one that has it on all.
import { getItem } from '@acme/client';
import { PrismaClient } from '@prisma/client';
import { eq } from 'drizzle-orm';
import { client, db } from './db';
import { items } from './schema';

const prisma: any = new PrismaClient();
const few = { id: items.id }, more = { id: items.id, withheld: items.withheld }, also = { withheld: items.withheld };

async function columns(asked: boolean, id: number) {
  const [a]: any = await db.select({ ...(asked ? few : more) }).from(items).where(eq(items.id, id));
  if (!a.withheld) await getItem(a.id); // expect: call getItem ; gate: none
  const [b]: any = await db.select(asked ? few : more).from(items).where(eq(items.id, id));
  if (!b.withheld) await getItem(b.id); // expect: call getItem ; gate: none
  const [c]: any = await db.select({ ...few, ...(asked && also) }).from(items).where(eq(items.id, id));
  if (!c.withheld) await getItem(c.id); // expect: call getItem ; gate: none
  const chosen = asked ? few : more;
  const [d]: any = await db.select({ ...chosen }).from(items).where(eq(items.id, id));
  if (!d.withheld) await getItem(d.id); // expect: call getItem ; gate: none
  const [e]: any = await db.select({ ...(asked ? { ...more, title: items.title } : more) }).from(items).where(eq(items.id, id));
  if (!e.withheld) await getItem(e.id); // expect: call getItem ; gate: guard
  const [f]: any = await db.select({ ...(asked ? few : more), withheld: items.withheld }).from(items).where(eq(items.id, id));
  if (!f.withheld) await getItem(f.id); // expect: call getItem ; gate: guard
}

async function texts(asked: boolean, id: number) {
  const [a] = await client`SELECT id ${asked ? client`, withheld` : client``} FROM items WHERE id = ${id}`;
  if (!a.withheld) await getItem(a.id); // expect: call getItem ; gate: none
  const [b] = await client.unsafe(`SELECT ${asked ? 'id, withheld' : 'id'} FROM items WHERE id = $1`, [id]);
  if (!b.withheld) await getItem(b.id); // expect: call getItem ; gate: none
  const [c] = await client.unsafe(`SELECT ${asked ? 'id, withheld' : 'id, title, withheld'} FROM items WHERE id = $1`, [id]);
  if (!c.withheld) await getItem(c.id); // expect: call getItem ; gate: guard
}

async function models(asked: boolean, id: number) {
  const none = { id: true }, flag = { id: true, withheld: true };
  const a = await prisma.items.findUnique({ where: { id }, select: { ...(asked ? none : flag) } });
  if (!a.withheld) await getItem(a.id); // expect: call getItem ; gate: none
  const b = await prisma.items.findUnique({ where: { id }, select: asked ? flag : none });
  if (!b.withheld) await getItem(b.id); // expect: call getItem ; gate: none
  const c = await prisma.items.findUnique({ where: { id }, select: asked ? flag : { title: true, ...flag } });
  if (!c.withheld) await getItem(c.id); // expect: call getItem ; gate: guard
}

void columns(true, 1);
void texts(true, 1);
void models(true, 1);
