import { relations } from 'drizzle-orm';
import { type AnyPgColumn, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

export const items = pgTable('items', {
  id: integer('id').primaryKey(),
  title: text('title'),
  of: integer('of'),
  parentId: integer('parent_id').notNull().references((): AnyPgColumn => items.id),
  ownerId: integer('owner_id').references(() => users.id).notNull(),
  withheld: boolean('withheld').default(false).notNull(),
});
export const users = pgTable('users', { id: integer('id').primaryKey() });
export const itemsRelations = relations(items, ({ one, many }) => ({ parent: one(items, { fields: [items.parentId], references: [items.id] }), children: many(items), owner: one(users, { fields: [items.ownerId], references: [users.id] }) }));
