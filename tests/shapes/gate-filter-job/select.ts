import { sql } from 'drizzle-orm';
import { db } from './db';

const TABLE = sql.raw(`"${process.env.SCHEMA ?? 'shop'}"."items"`);

export type Row = { id: number; title: string };

export const loadBatch = async (after: number, size: number, fresh = false): Promise<Row[]> => {
  const eligible = fresh ? sql`AND "checked_at" IS NULL` : sql`AND "checked_at" < now()`;
  const rows = (await db.execute(sql`
    SELECT "id", "title" FROM ${TABLE}
    WHERE "id" > ${after} AND "withheld" = false
      ${eligible}
    ORDER BY "id" LIMIT ${size}
  `)) as unknown as Row[];
  return rows ?? [];
};

export const loadAll = async (after: number, size: number): Promise<Row[]> =>
  (await db.execute(sql`SELECT "id", "title" FROM ${TABLE} WHERE "id" > ${after} LIMIT ${size}`)) as unknown as Row[];
