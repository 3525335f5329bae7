/** What the programs with guards use besides the language. */
import { drizzle } from 'drizzle-orm/node-postgres';
import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', { id: integer('id').primaryKey(), title: text('title'), remote: integer('remote'), withheld: boolean('withheld') });
export interface Row { id: number; title: string | null; remote: number | null; withheld: boolean | null }
export const db = drizzle(process.env.DB_URL!);
/** What a condition asks; the report cannot know it. */
export const coin = (): boolean => Math.random() < 0.5;
export const yes = (): boolean => Math.random() < 2;
export const no = (): boolean => Math.random() > 2;
export const log = (x: unknown): void => {};
