import { db, library_identity } from '@wxyc/database';
import type { ResolvedIdentity } from './lml-fetch.js';

const MIN_CONFIDENCE = 0.8;

/** Store what LML is sure of. The release id belongs to another job, which has not been written yet. */
export async function writeIdentities(identities: ResolvedIdentity[]): Promise<number> {
  const sure = identities.filter((identity) => identity.confidence >= MIN_CONFIDENCE);
  for (const { library_id, musicbrainz_id, confidence } of sure) {
    const columns = { musicbrainz_id, confidence, discogs_release_id: null, last_verified_at: new Date() };
    await db
      .insert(library_identity)
      .values({ library_id, ...columns }) // sink: database library_identity.musicbrainz_id ; database library_identity.confidence
      .onConflictDoUpdate({ target: library_identity.library_id, set: columns });
  }
  return sure.length;
}
