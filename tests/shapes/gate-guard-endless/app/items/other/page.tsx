import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { notFound } from 'next/navigation';
import { db } from '../../../db';
import { items } from '../../../schema';

export default async function Page({ params }: { params: Promise<{ id: string; of: string }> }) {
  const { id, of } = await params;
  const [row] = await db.select().from(items).where(eq(items.id, Number(of)));
  if (!row || row.withheld) notFound();
  const item = await getItem(Number(id)); // expect: call getItem ; gate: none
  return <b>{item.title}</b>;
}
