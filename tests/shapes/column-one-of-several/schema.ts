import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', { id: integer('id').primaryKey(), title: text('title'), label: text('label'), note: text('note') });
export const copies = pgTable('copies', { id: integer('id').primaryKey(), label: text('label') });
