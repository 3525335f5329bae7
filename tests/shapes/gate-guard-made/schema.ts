import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', {
  id: integer('id').primaryKey(),
  title: text('title'),
  withheld: boolean('withheld').default(false).notNull(),
});
