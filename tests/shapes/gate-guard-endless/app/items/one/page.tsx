import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { notFound } from 'next/navigation';
import { db } from '../../../db';
import { items } from '../../../schema';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [row] = await db.select().from(items).where(eq(items.id, Number(id)));
  if (!row || row.withheld) notFound();
  const item = await getItem(row.remote!); // expect: call getItem ; gate: guard
  return <b>{item.title}</b>;
}
