import { pgTable, serial, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', { id: serial('id'), image: text('image'), own: text('own') });
export const notes = pgTable('notes', { id: serial('id'), body: text('body') });
