import { integer, pgTable, text } from 'drizzle-orm/pg-core';
export const items = pgTable('items', { id: integer('id').primaryKey(), title: text('title'), label: text('label_text') });
export const notes = pgTable('notes', { id: integer('id').primaryKey(), body: text('body'), head: text('head') });
