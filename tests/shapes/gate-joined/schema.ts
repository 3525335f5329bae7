import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', {
  id: integer('id').primaryKey(),
  otherId: integer('other_id'),
  remote: integer('remote'),
  withheld: boolean('withheld').default(false).notNull(),
});
export const plays = pgTable('plays', {
  id: integer('id').primaryKey(),
  itemId: integer('item_id'),
  remote: integer('remote'),
});
export const makers = pgTable('makers', { id: integer('id').primaryKey(), remote: integer('remote') });
