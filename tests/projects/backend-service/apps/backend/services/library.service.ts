import { album_metadata, db, flowsheet, library, library_identity, rotation } from '@wxyc/database';
import { getRelease, LmlClientError, type TrackItem } from '@wxyc/lml-client';
import { and, desc, eq, ilike, or, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';

export interface CatalogueItem {
  id: number;
  artist: string;
  title: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Albums on our own shelves; LML has an endpoint of that name, which this is not. */
export async function searchLibrary(text: string, limit = 10): Promise<CatalogueItem[]> { // look-alike: searchLibrary
  return db
    .select({ id: library.id, artist: library.artist_name, title: library.album_title })
    .from(library)
    .where(or(ilike(library.artist_name, `%${text}%`), ilike(library.album_title, `%${text}%`)))
    .limit(limit);
}

export async function findReleaseKey(libraryId: number) {
  const [row] = await db
    .select({
      discogs_unavailable: library.discogs_unavailable,
      discogs_release_id: library_identity.discogs_release_id,
    })
    .from(library)
    .innerJoin(library_identity, eq(library_identity.library_id, library.id))
    .where(eq(library.id, libraryId));
  return row;
}

export async function findRotationKey(rotationId: number) {
  const [row] = await db
    .select({ missing: library.missing, discogs_release_id: rotation.discogs_release_id })
    .from(rotation)
    .innerJoin(library, eq(rotation.album_id, library.id))
    .where(eq(rotation.id, rotationId));
  return row;
}

export async function findCompilationKey(libraryId: number) {
  const [row] = await db
    .select({ discogs_release_id: rotation.discogs_release_id })
    .from(rotation)
    .innerJoin(library, eq(rotation.album_id, library.id))
    .where(and(eq(library.id, libraryId), eq(library.discogs_unavailable, false)));
  return row;
}

/** Artwork as LML found it for the album, else as the play itself brought it. */
export async function recentPlays(limit = 20) {
  return db
    .select({
      artist: flowsheet.artist_name,
      track: flowsheet.track_title,
      artwork: sql<string | null>`coalesce(${album_metadata.artwork_url}, ${flowsheet.artwork_url})`,
    })
    .from(flowsheet)
    .leftJoin(album_metadata, eq(album_metadata.album_id, flowsheet.album_id))
    .orderBy(desc(flowsheet.played_at))
    .limit(limit);
}

const tracklistCache = new LRUCache<number, TrackItem[]>({ max: 500, ttl: DAY_MS });
const absentReleases = new LRUCache<number, true>({ max: 500, ttl: DAY_MS / 24 });
const tracklistsInFlight = new Map<number, Promise<TrackItem[] | null>>();

/** A release's tracks with the album's artist filled in; null for a release that LML does not know. */
export async function tracksOfRelease(releaseId: number): Promise<TrackItem[] | null> {
  const known = tracklistCache.get(releaseId); // defect: cache-before-gate
  if (known !== undefined) return known;
  if (absentReleases.has(releaseId)) return null;

  const inFlight = tracklistsInFlight.get(releaseId); // defect: cache-before-gate
  if (inFlight) return inFlight;

  const pending = (async () => {
    try {
      const release = await getRelease(releaseId); // expect: call getRelease ; gate: none ; reach: renders ; keyed: catalogue-row
      const tracks = withArtist(release.tracklist, release.artist);
      tracklistCache.set(releaseId, tracks);
      return tracks;
    } catch (error) {
      if (!(error instanceof LmlClientError && error.statusCode === 404)) throw error;
      absentReleases.set(releaseId, true);
      return null;
    }
  })().finally(() => tracklistsInFlight.delete(releaseId));
  tracklistsInFlight.set(releaseId, pending);
  return pending;
}

const withArtist = (tracks: TrackItem[], artist: string): TrackItem[] =>
  tracks.map((track) => ({ ...track, artists: track.artists.length > 0 ? track.artists : [artist] }));
