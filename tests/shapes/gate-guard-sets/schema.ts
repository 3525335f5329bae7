import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', { id: integer('id').primaryKey(), title: text('title'), otherId: integer('other_id'), remote: integer('remote'), withheld: boolean('withheld') });
