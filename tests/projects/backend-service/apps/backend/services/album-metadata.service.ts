import { db, library } from '@wxyc/database';
import { eq } from 'drizzle-orm';
import { lmlLookupCoordinator } from './lml/index.js';

export interface AlbumDescription {
  artworkUrl: string | null;
  releaseUrl: string | null;
  discogsUnavailable: boolean;
}

/** What the app shows about an album. The flag is read for the badge, when the lookup has already been made. */
export async function describeAlbum(libraryId: number, artist: string, album: string): Promise<AlbumDescription> {
  const found = await lmlLookupCoordinator.lookup(artist, album); // expect: call lookupMetadata through coordinator ; gate: late
  const [row] = await db
    .select({ flagged: library.discogs_unavailable })
    .from(library)
    .where(eq(library.id, libraryId));
  return {
    artworkUrl: found.results[0]?.artwork_url ?? null,
    releaseUrl: found.results[0]?.release_url ?? null,
    discogsUnavailable: row?.flagged ?? false,
  };
}

/** The same lookup for a row we hold: the flag is read first and goes along. */
export async function findArtwork(libraryId: number): Promise<string | null> {
  const [row] = await db
    .select({ artist: library.artist_name, album: library.album_title, flagged: library.discogs_unavailable })
    .from(library)
    .where(eq(library.id, libraryId));
  if (!row) return null;
  const { artist, album, flagged } = row;
  const options = { caller: 'artwork', discogsUnavailable: flagged };
  const found = await lmlLookupCoordinator.lookup(artist, album, undefined, options); // expect: call lookupMetadata through coordinator ; gate: argument
  return found.results[0]?.artwork_url ?? null;
}
