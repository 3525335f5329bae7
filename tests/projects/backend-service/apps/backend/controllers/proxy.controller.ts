import { getArtistDetails, getRelease, LmlClientError, searchLibrary } from '@wxyc/lml-client';
import type { RequestHandler } from 'express';
import { LRUCache } from 'lru-cache';
import * as albumMetadataService from '../services/album-metadata.service.js';
import * as libraryService from '../services/library.service.js';
import { lmlResolveEntity } from '../services/lml/index.js';

const DAY_MS = 24 * 60 * 60 * 1000;

interface ArtistBody {
  id: number;
  biography: string | null;
  homepage: string | null;
  picture: string | null;
}

const artistCache = new LRUCache<number, { body: ArtistBody | null }>({ max: 500, ttl: DAY_MS });

/** Artist page of the app; a confirmed absence is remembered as `body: null`. */
export const getArtistMetadata: RequestHandler = async (req, res) => {
  const id = Number(req.query.artistId);
  let cached = artistCache.get(id);
  if (cached === undefined) {
    try {
      const artist = await getArtistDetails(id); // expect: call getArtistDetails ; gate: none ; reach: renders
      cached = {
        body: {
          id: artist.artist_id,
          biography: artist.profile,
          homepage: artist.urls[0] ?? null,
          picture: artist.image_url,
        },
      };
      artistCache.set(id, cached);
    } catch (error) {
      if (!(error instanceof LmlClientError && error.statusCode === 404)) throw error;
      cached = { body: null };
      artistCache.set(id, cached);
    }
  }
  if (cached.body === null) {
    res.status(404).json({ message: 'No such artist' });
    return;
  }
  res.status(200).json(cached.body); // sink: http GET /proxy/metadata/artist
};

export const resolveEntity: RequestHandler = async (req, res) => { // look-alike: resolveEntity
  const { type, id } = req.query;
  const entity = await lmlResolveEntity(String(type), Number(id)); // expect: call resolveEntity ; reach: renders ; keyed: request
  res.json({ name: entity.name, type: entity.type, id: entity.id }); // sink: http GET /proxy/entity/resolve
};

export const librarySearch: RequestHandler = async (req, res) => {
  const found = await searchLibrary(String(req.query.q)); // expect: call searchLibrary ; reach: renders ; keyed: free-text
  res.json(found.results); // sink: http GET /proxy/library/search
};

/** Tracks of a catalogue row; a row that is not on Discogs has none, and nobody is asked. */
export const libraryTracks: RequestHandler = async (req, res) => {
  const row = await libraryService.findReleaseKey(Number(req.params.libraryId));
  if (!row || row.discogs_unavailable || row.discogs_release_id === null) {
    res.json([]);
    return;
  }
  const release = await getRelease(row.discogs_release_id); // expect: call getRelease ; gate: guard ; reach: renders
  res.json(release.tracklist); // sink: http GET /proxy/library/:libraryId/tracks
};

export const getAlbumMetadata: RequestHandler = async (req, res) => {
  const { libraryId, artist, album } = req.query;
  const metadata = await albumMetadataService.describeAlbum(Number(libraryId), String(artist), String(album));
  res.json(metadata); // sink: http GET /proxy/metadata/album
};
