import { integer, pgTable, text } from 'drizzle-orm/pg-core';

const columns = { id: integer('id'), title: text('title'), note: text('note') };
export const toldItems = pgTable('told_items', columns);
export const toldNotes = pgTable('told_notes', columns);
export const toldRest = pgTable('told_rest', columns);
