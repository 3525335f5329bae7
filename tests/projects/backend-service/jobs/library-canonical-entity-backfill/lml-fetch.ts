import { lookupMetadata as sharedLookup } from '@wxyc/lml-client';

const CALLER = 'library-canonical-entity-backfill';

/** The entity that LML holds for a direct match; a fuzzy one is no basis for a key. */
export async function findCanonicalEntity(artist: string, album: string): Promise<string | null> {
  const response = await sharedLookup(artist, album, undefined, { caller: CALLER }); // expect: call lookupMetadata ; gate: filter
  if (response.search_type !== 'direct') return null;
  return response.results[0]?.canonical_entity_id ?? null;
}
