import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const shelfItems = pgTable('shelf_items', { id: integer('id'), title: text('title') });
export const sheets = pgTable('sheets', { id: integer('id'), title: text('title') });
export const notes = pgTable('notes', { id: integer('id'), title: text('title') });
