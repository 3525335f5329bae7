import type { CatalogueItem } from '../library.service.js';

export interface ParsedRequest {
  artist: string | null;
  song: string | null;
  text: string;
}

export interface TrackRelease {
  releaseId: number;
  artist: string;
  album: string;
}

/** What the pipeline asks of Discogs; absent where no client is configured. */
export interface DiscogsLookups {
  searchReleasesByTrack(track: string, artist?: string): Promise<TrackRelease[]>;
  searchReleasesByArtist(artist: string): Promise<TrackRelease[]>;
  validateTrackOnRelease(releaseId: number, track: string, artist: string): Promise<boolean>;
}

export interface PipelineDeps {
  discogs?: DiscogsLookups;
  searchCatalogue(text: string): Promise<CatalogueItem[]>;
}

/** Albums of ours that may answer the request, the likelier first. */
export async function executeSearchPipeline(parsed: ParsedRequest, deps: PipelineDeps): Promise<CatalogueItem[]> {
  const direct = await deps.searchCatalogue(parsed.text);
  if (direct.length > 0 || !deps.discogs || !parsed.artist) return direct;
  const titles = parsed.song
    ? await albumsWithTrack(parsed.song, parsed.artist, deps.discogs)
    : (await deps.discogs.searchReleasesByArtist(parsed.artist)).map((release) => release.album);
  const found = await Promise.all(titles.map((title) => deps.searchCatalogue(title)));
  return found.flat();
}

async function albumsWithTrack(song: string, artist: string, discogs: DiscogsLookups): Promise<string[]> {
  const titles: string[] = [];
  for (const release of await discogs.searchReleasesByTrack(song, artist)) {
    const confirmed = await discogs.validateTrackOnRelease(release.releaseId, song, artist); // ok: the reference stands where the member was filled
    if (confirmed) titles.push(release.album);
  }
  return titles;
}
