import { integer, pgSchema, pgTable, text } from 'drizzle-orm/pg-core';

export const shop = pgSchema('shop');
export const items = shop.table('items', { id: integer('id').primaryKey(), title: text('title'), label: text('label_text') });
export const notes = pgTable('notes', { id: integer('id'), itemId: integer('item_id'), body: text('body') });
