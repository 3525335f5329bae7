import { album_metadata, closeDatabaseConnection, db, flowsheet, library } from '@wxyc/database';
import * as lml from '@wxyc/lml-client';
import { eq, isNull } from 'drizzle-orm';
import { askHealth } from './lml-health.js';

const BATCH = 50;

/** The first match. A person may force a lookup; the worker never does. */
async function lookupFirst(artist: string, album: string, discogsUnavailable?: boolean) {
  const options = { caller: 'worker', discogsUnavailable, forceLookup: false };
  const response = await lml.lookupMetadata(artist, album, undefined, options); // here: worker-lookup ; expect: call lookupMetadata (wrapper) ; gate: partly
  return response.results[0] ?? null;
}

/** Plays that are tied to an album of ours: the album's flag goes along. */
export async function enrichLinkedPlays(): Promise<void> {
  const rows = await db
    .select({
      albumId: library.id,
      artist: library.artist_name,
      album: library.album_title,
      discogs_unavailable: library.discogs_unavailable,
    })
    .from(flowsheet)
    .innerJoin(library, eq(flowsheet.album_id, library.id))
    .limit(BATCH);
  for (const row of rows) {
    const result = await lookupFirst(row.artist, row.album, row.discogs_unavailable); // expect: call lookupMetadata through worker-lookup ; gate: argument
    if (result) await keepMetadata(row.albumId, result);
  }
}

/** Plays typed in by hand have no album, hence no flag to pass. */
export async function enrichFreePlays(): Promise<void> {
  const rows = await db
    .select({ id: flowsheet.id, artist: flowsheet.artist_name, album: flowsheet.album_title })
    .from(flowsheet)
    .where(isNull(flowsheet.album_id))
    .limit(BATCH);
  for (const row of rows) {
    const result = await lookupFirst(row.artist ?? '', row.album ?? '', false); // expect: call lookupMetadata through worker-lookup ; gate: unarmed
    await db
      .update(flowsheet)
      .set({ artwork_url: result?.artwork_url ?? null }) // sink: database flowsheet.artwork_url
      .where(eq(flowsheet.id, row.id));
  }
}

/** Albums without metadata, in bulk. */
export async function enrichAlbums(): Promise<void> {
  const rows = await albumsWithoutMetadata();
  const answers = await lml.bulkLookupMetadata( // expect: call bulkLookupMetadata ; gate: argument
    rows.map((row) => ({ artist: row.artist, album: row.album, discogsUnavailable: row.discogs_unavailable }))
  );
  for (const [index, answer] of answers.entries()) {
    if (answer.results[0]) await keepMetadata(rows[index].id, answer.results[0]);
  }
}

/** The same rows for the streaming badge; the flag is at hand and nobody passes it. */
export async function markStreaming(): Promise<void> {
  const rows = await albumsWithoutMetadata();
  const answers = await lml.bulkLookupMetadata(rows.map(({ artist, album }) => ({ artist, album }))); // expect: call bulkLookupMetadata ; gate: none
  for (const [index, row] of rows.entries()) {
    if (answers[index].search_type !== 'direct') continue;
    const { available } = await lml.checkStreamingAvailability(row.artist, row.album); // expect: call checkStreamingAvailability ; gate: none
    await db
      .update(album_metadata)
      .set({ streaming: available }) // sink: database album_metadata.streaming
      .where(eq(album_metadata.album_id, row.id));
  }
}

/** Flagged albums may turn up on Discogs one day. Selecting them is the opposite of leaving them out. */
export async function recheckFlagged(): Promise<void> {
  const rows = await db
    .select({ id: library.id, artist: library.artist_name, album: library.album_title })
    .from(library)
    .where(eq(library.discogs_unavailable, true))
    .limit(BATCH);
  for (const row of rows) {
    const response = await lml.lookupMetadata(row.artist, row.album); // expect: call lookupMetadata ; gate: none
    if (response.search_type !== 'direct') continue;
    await db.update(library).set({ discogs_unavailable: false }).where(eq(library.id, row.id));
  }
}

const albumsWithoutMetadata = () =>
  db
    .select({
      id: library.id,
      artist: library.artist_name,
      album: library.album_title,
      discogs_unavailable: library.discogs_unavailable,
    })
    .from(library)
    .leftJoin(album_metadata, eq(album_metadata.album_id, library.id))
    .where(isNull(album_metadata.artwork_url))
    .limit(BATCH);

async function keepMetadata(albumId: number, found: lml.LookupResult): Promise<void> {
  const { artwork_url, release_url } = found;
  await db
    .insert(album_metadata)
    .values({ album_id: albumId, artwork_url, release_url }) // sink: database album_metadata.artwork_url ; database album_metadata.release_url
    .onConflictDoUpdate({ target: album_metadata.album_id, set: { artwork_url, release_url } });
}

async function main(): Promise<void> {
  if ((await askHealth()).cache === 'cold') return;
  await enrichLinkedPlays();
  await enrichFreePlays();
  await enrichAlbums();
  await markStreaming();
  await recheckFlagged();
  await closeDatabaseConnection();
}

void main();
