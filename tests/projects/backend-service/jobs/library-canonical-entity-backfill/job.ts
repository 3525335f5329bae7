import { closeDatabaseConnection, db, library } from '@wxyc/database';
import { eq, sql } from 'drizzle-orm';
import { findCanonicalEntity } from './lml-fetch.js';

interface Candidate {
  id: number;
  artist_name: string;
  album_title: string;
}

/** Flagged rows stay out: the query is this job's gate, since the lookup below passes no flag. */
const selectCandidates = async (): Promise<Candidate[]> => {
  const rows = await db.execute(sql`
    SELECT l."id", l."artist_name", l."album_title"
    FROM "library" l
    WHERE l."canonical_entity_id" IS NULL
      AND NOT l."discogs_unavailable"
    ORDER BY l."id"
  `);
  return rows as unknown as Candidate[];
};

async function main(): Promise<void> {
  for (const candidate of await selectCandidates()) {
    const canonical_entity_id = await findCanonicalEntity(candidate.artist_name, candidate.album_title);
    if (canonical_entity_id === null) continue;
    await db.update(library).set({ canonical_entity_id }).where(eq(library.id, candidate.id)); // sink: database library.canonical_entity_id
  }
  await closeDatabaseConnection();
}

void main();
