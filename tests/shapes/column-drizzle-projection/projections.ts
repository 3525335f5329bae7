import { sql } from 'drizzle-orm';
import { items, notes } from './schema';

export const TEXTS = { text: sql<string | null>`coalesce(${notes.body}, ${items.label})`, id: items.id };
export const named = () => ({ ...TEXTS, name: items.title });
