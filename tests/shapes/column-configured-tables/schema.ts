import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', { id: integer('id'), title: text('title'), imageUrl: text('image_url') });
export const sheets = pgTable('sheets', { id: integer('id'), title: text('title'), imageUrl: text('image_url') });
export const plays = pgTable('plays', { id: integer('id'), title: text('title'), imageUrl: text('image_url') });
export const shows = pgTable('shows', { id: integer('id'), title: text('title'), imageUrl: text('image_url') });
