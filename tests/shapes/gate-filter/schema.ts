import { boolean, integer, pgTable, pgView, text } from 'drizzle-orm/pg-core';
import { eq } from 'drizzle-orm';

export const items = pgTable('items', {
  id: integer('id').primaryKey(),
  title: text('title'),
  withheld: boolean('withheld').default(false).notNull(),
});
export const plays = pgTable('plays', {
  id: integer('id').primaryKey(),
  itemId: integer('item_id'),
  note: text('note'),
  withheld: boolean('withheld'),
});
export const shown = pgView('shown').as((qb) => qb.select().from(items).where(eq(items.withheld, false)));
