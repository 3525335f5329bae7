import { boolean, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const items = pgTable('items', {
  id: integer('id').primaryKey(),
  title: text('title'),
  withheld: boolean('withheld').default(false).notNull(),
  checkedAt: timestamp('checked_at'),
});
