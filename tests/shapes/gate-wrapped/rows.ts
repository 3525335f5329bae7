import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

export const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
