import { integer, pgTable, text } from 'drizzle-orm/pg-core';

const BODY = 'body_text';
const Columns = { id: 'note_id' } as const;
export const notes = pgTable('notes', { id: integer(Columns.id), body: text(BODY), title: text('title') });
