import { eq, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import { items } from './schema';

export const db = drizzle('postgres://x');
export const pick = (column: PgColumn) => db.select({ x: column }).from(items);

export async function page<T extends PgTable>(table: T, options: { limit: number }) {
  return db.transaction(async (tx) => tx.select().from(table).limit(options.limit));
}
export const twice = async (table: PgTable) => {
  const rows = await page(table, { limit: 1 });
  return rows.map((row) => ({ row }));
};
export async function list({ table, where }: { table: PgTable; where?: SQL }) {
  return { data: await db.select().from(table).where(where) };
}
export abstract class Base<T extends PgTable> {
  constructor(protected readonly table: T) {}
  async byId(id: number) {
    const [row] = await db.select().from(this.table).where(eq((this.table as any).id, id));
    return row ?? null;
  }
}
export class Lister {
  private table: PgTable;
  constructor(table: PgTable) {
    this.table = table;
  }
  list() {
    return db.select().from(this.table);
  }
}
