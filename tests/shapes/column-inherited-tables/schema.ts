import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', { id: integer('id'), title: text('title'), own: text('own') });
export const notes = pgTable('notes', { id: integer('id'), title: text('title'), own: text('own') });
