import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', {
  id: integer('id').primaryKey(),
  title: text('title'),
  remote: integer('remote'),
  withheld: boolean('withheld').default(false).notNull(),
});

export const users = pgTable('users', {
  id: integer('id').primaryKey(),
  withheld: boolean('withheld').notNull(),
});
