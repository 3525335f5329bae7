import { db, library, rotation } from '@wxyc/database';
import { eq } from 'drizzle-orm';
import type { RequestHandler } from 'express';
import * as albumMetadataService from '../services/album-metadata.service.js';
import * as libraryService from '../services/library.service.js';
import { lml, lmlLookupCoordinator } from '../services/lml/index.js';

export const searchAlbums: RequestHandler = async (req, res) => {
  res.json(await libraryService.searchLibrary(String(req.query.q))); // ok: our own catalogue
};

export const getRecentPlays: RequestHandler = async (_req, res) => {
  res.json(await libraryService.recentPlays()); // sink: http GET /library/recent
};

/** Tracks for the rotation picker. The row's own flag is not asked for; `missing` is about the shelf. */
export const rotationTracks: RequestHandler = async (req, res) => {
  const row = await libraryService.findRotationKey(Number(req.params.rotation_id));
  if (!row || row.missing || row.discogs_release_id === null) {
    res.json([]);
    return;
  }
  const tracks = await libraryService.tracksOfRelease(row.discogs_release_id);
  res.json(tracks ?? []); // sink: http GET /library/rotation/:rotation_id/tracks
};

export const compilationSuggestions: RequestHandler = async (req, res) => {
  const row = await libraryService.findCompilationKey(Number(req.params.id));
  const releaseId = row?.discogs_release_id;
  const tracks = releaseId ? await libraryService.tracksOfRelease(releaseId) : null;
  res.json({ suggestions: tracks ?? [] }); // sink: http GET /library/:id/compilation-tracks/suggestions
};

export const getArtwork: RequestHandler = async (req, res) => {
  const artworkUrl = await albumMetadataService.findArtwork(Number(req.params.id));
  res.json({ artworkUrl }); // sink: http GET /library/:id/artwork
};

export const addAlbum: RequestHandler = async (req, res) => {
  const [added] = await db
    .insert(library)
    .values({ artist_name: req.body.artist, album_title: req.body.title })
    .returning();
  // A row of this second holds the column's default, so the flag below is false whoever asks.
  const options = { caller: 'add-album', discogsUnavailable: added.discogs_unavailable };
  const found = await lmlLookupCoordinator.lookup( // expect: call lookupMetadata through coordinator ; gate: unarmed
    added.artist_name,
    added.album_title,
    undefined,
    options
  );
  res.status(201).json({ id: added.id, artworkUrl: found.results[0]?.artwork_url ?? null }); // sink: http POST /library
};

/** The release id is what the person who adds the record has typed in. */
export const addToRotation: RequestHandler = async (req, res) => {
  const { albumId, releaseId } = req.body;
  await db.insert(rotation).values({ album_id: albumId, discogs_release_id: releaseId ?? null });
  res.status(201).end();
};

/** "Not on Discogs". Release ids that were stored before stay where they are. */
export const flagAlbum: RequestHandler = async (req, res) => {
  const { unavailable, note } = req.body;
  await db
    .update(library)
    .set({ discogs_unavailable: Boolean(unavailable), discogs_unavailable_note: note ?? null })
    .where(eq(library.id, Number(req.params.id)));
  res.status(204).end();
};

/** A librarian asks again for one flagged album, on purpose. */
export const recheckAlbum: RequestHandler = async (req, res) => {
  const [row] = await db
    .select({ artist: library.artist_name, album: library.album_title, flagged: library.discogs_unavailable })
    .from(library)
    .where(eq(library.id, Number(req.params.id)));
  const found = await lml.lookupMetadata(row.artist, row.album, undefined, { // expect: call lookupMetadata ; gate: forced
    caller: 'recheck',
    discogsUnavailable: row.flagged,
    forceLookup: true,
  });
  res.json({ matches: found.results.map((result) => result.release_url) }); // sink: http POST /library/:id/recheck
};
