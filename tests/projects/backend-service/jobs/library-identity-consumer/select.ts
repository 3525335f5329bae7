import { db } from '@wxyc/database';
import { sql } from 'drizzle-orm';

export interface Candidate {
  id: number;
  artist_name: string;
  album_title: string;
}

const BATCH = 200;

/** Rows whose identity is a week old or missing. Only the recheck leaves the flagged ones out. */
export async function loadBatch(afterId: number, recheck: boolean): Promise<Candidate[]> {
  const eligible = recheck
    ? sql`l."unresolved_attempted_at" IS NOT NULL AND NOT l."discogs_unavailable"`
    : sql`NOT EXISTS (
        SELECT 1 FROM "library_identity" li
        WHERE li."library_id" = l."id" AND li."last_verified_at" > now() - interval '1 week'
      )`;
  const rows = await db.execute(sql`
    SELECT l."id", l."artist_name", l."album_title"
    FROM "library" l
    WHERE l."id" > ${afterId} AND l."canonical_entity_id" IS NOT NULL AND ${eligible}
    ORDER BY l."id"
    LIMIT ${BATCH}
  `);
  return rows as unknown as Candidate[];
}
