import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', {
  id: integer('id').primaryKey(),
  title: text('title'),
  serial: integer('serial'),
  withheld: boolean('withheld').default(false).notNull(),
});
export const plays = pgTable('plays', { id: integer('id'), itemId: integer('item_id'), heard: text('heard') });
export const venues = pgTable('venues', { id: integer('id'), name: text('name') });
