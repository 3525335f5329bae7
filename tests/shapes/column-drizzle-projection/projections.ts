import { sql } from 'drizzle-orm';
import { items, notes } from './schema';

export const TEXTS = { text: sql<string | null>`coalesce(${notes.body}, ${items.label})`, id: items.id };
export const named = () => ({ ...TEXTS, name: items.title });
export function put(names: string[]) {
  let made: Record<string, unknown> = { id: items.id };
  for (const name of names) {
    made = { ...made, [name]: items.title, text: notes.body };
  }
  return made;
}
