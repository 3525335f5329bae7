import { sql } from 'drizzle-orm';
import { integer, pgSchema, pgTable, text } from 'drizzle-orm/pg-core';

export const shop = pgSchema('shop');
export const items = shop.table('items', { id: integer('id').primaryKey(), title: text('title'), label: text('label_text') });
export const notes = pgTable('notes', { id: integer('id'), itemId: integer('item_id'), body: text('body') });
export const labels = shop.view('labels').as((qb) => qb.select({ id: items.id, shown: items.label }).from(items));
export const bodies = shop.view('bodies').as((qb) => qb.select({ id: notes.id, shown: notes.body }).from(notes));
export const texts = shop.view('texts', { shown: text('shown_text'), body: text('body_text') }).as(sql`
  SELECT i.label_text AS shown_text, n.body AS body_text FROM shop.items i JOIN notes n ON n.item_id = i.id`);
