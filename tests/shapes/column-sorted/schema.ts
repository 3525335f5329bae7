import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { relations } from 'drizzle-orm';
export const items = pgTable('items', { id: integer('id').primaryKey(), title: text('title'), label: text('label_text'), venueId: integer('venue_id'), meta: jsonb('meta') });
export const venues = pgTable('venues', { id: integer('id'), name: text('name'), city: text('city') });
export const notes = pgTable('notes', { id: integer('id'), itemId: integer('item_id'), body: text('body') });
export const itemsRelations = relations(items, ({ one, many }) => ({ venue: one(venues, { fields: [items.venueId], references: [venues.id] }), remarks: many(notes) }));
export const notesRelations = relations(notes, ({ one }) => ({ item: one(items, { fields: [notes.itemId], references: [items.id] }) }));
