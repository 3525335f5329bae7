/**
 * The one client of the library-metadata-lookup service (LML).
 *
 * The two lookups match free text against Discogs and can hit the wrong record, so they honour the "Not on Discogs" flag
 * and wait their turn in the limiter. `resolveArtistNamesBulk` and `fetchArtistGenresBulk` share the limiter, not the
 * gate. The remaining LML-touching exports (`getRelease`, `getArtistDetails`, `resolveEntity`, `searchTrackReleases`,
 * `validateTrackOnRelease`, `searchLibrary`) answer from a cache and pass neither.
 */

export interface TrackItem {
  position: string;
  title: string;
  duration: string | null;
  artists: string[];
}

export interface ReleaseMetadata {
  release_id: number;
  artist: string;
  title: string;
  tracklist: TrackItem[];
}

export interface ArtistDetails {
  artist_id: number;
  name: string;
  profile: string | null;
  image_url: string | null;
  urls: string[];
}

export interface EntityResolution {
  type: string;
  id: number;
  name: string;
}

export interface TrackReleases {
  releases: Array<{ release_id: number; artist: string; album: string; is_compilation: boolean }>;
}

export interface LibraryItem {
  id: number;
  artist: string;
  title: string;
}

export interface LookupResult {
  library_item: LibraryItem | null;
  artwork_url: string | null;
  release_url: string | null;
  canonical_entity_id: string | null;
}

export interface LookupResponse {
  search_type: 'direct' | 'fuzzy' | 'none';
  results: LookupResult[];
  outcome?: 'skipped_discogs_unavailable';
}

export interface LookupOptions {
  caller?: string;
  timeoutMs?: number;
  /** The row's flag: an album that people have marked as not on Discogs is not looked up. */
  discogsUnavailable?: boolean;
  /** A person asks again on purpose; the flag does not stop it. */
  forceLookup?: boolean;
}

export interface BulkLookupItem {
  artist: string;
  album: string;
  discogsUnavailable?: boolean;
}

export class LmlClientError extends Error {
  constructor(
    message: string,
    public readonly statusCode: number
  ) {
    super(message);
    this.name = 'LmlClientError';
  }
}

/** Lets a fixed number of tasks through at a time, so that a burst of requests waits here and not in the service. */
export class LmlLimiter {
  private active = 0;
  private readonly waiting: Array<() => void> = [];

  constructor(private readonly permits: number) {}

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.active >= this.permits) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.active += 1;
    try {
      return await task();
    } finally {
      this.active -= 1;
      this.waiting.shift()?.();
    }
  }
}

const DEFAULT_TIMEOUT_MS = 30_000;
const SKIPPED: LookupResponse = { search_type: 'none', results: [], outcome: 'skipped_discogs_unavailable' };
const limiter = new LmlLimiter(5);

export function isLmlConfigured(): boolean {
  return Boolean(process.env.LIBRARY_METADATA_URL); // ok: asks whether the variable is set, sends nothing
}

/** The variable may hold the host alone or the host with the version. */
const withoutVersion = (url: string): string => url.replace(/(\/api\/v1)?\/*$/, '');

function getBaseUrl(): string {
  const configured = process.env.LIBRARY_METADATA_URL;
  if (!configured) throw new LmlClientError('No LIBRARY_METADATA_URL in the environment', 503);
  return withoutVersion(configured);
}

async function lmlFetch<T>(path: string, init: RequestInit = {}, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<T> {
  const headers = new Headers(init.headers);
  if (process.env.LML_API_KEY) headers.set('Authorization', `Bearer ${process.env.LML_API_KEY}`);
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(`${getBaseUrl()}${path}`, { ...init, headers, signal }); // ok: the transport is the client
  if (!response.ok) throw new LmlClientError(`LML answered ${response.status} for ${path}`, response.status);
  return (await response.json()) as T;
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

// --- Behind the gate ---

export async function lookupMetadata(
  artist: string,
  album?: string,
  song?: string,
  options: LookupOptions = {}
): Promise<LookupResponse> {
  if (options.discogsUnavailable && !options.forceLookup) return SKIPPED;
  return limiter.run(() => lmlFetch<LookupResponse>('/api/v1/lookup', post({ artist, album, song }), options.timeoutMs));
}

export async function bulkLookupMetadata(items: BulkLookupItem[]): Promise<LookupResponse[]> {
  const asked = items.filter((item) => !item.discogsUnavailable);
  const answers = await limiter.run(() => lmlFetch<LookupResponse[]>('/api/v1/lookup/bulk', post({ items: asked })));
  return items.map((item) => (item.discogsUnavailable ? SKIPPED : (answers[asked.indexOf(item)] ?? SKIPPED)));
}

// --- Limited, not gated ---

export async function resolveArtistNamesBulk(names: string[]): Promise<Record<string, number | null>> {
  return limiter.run(() => lmlFetch('/api/v1/artists/resolve/bulk', post({ names })));
}

export async function fetchArtistGenresBulk(artistIds: number[]): Promise<Record<number, string[]>> {
  return limiter.run(() => lmlFetch('/api/v1/artists/genres/bulk', post({ artist_ids: artistIds })));
}

// --- Neither ---

export async function getRelease(releaseId: number): Promise<ReleaseMetadata> {
  return lmlFetch<ReleaseMetadata>(`/api/v1/discogs/release/${releaseId}`);
}

export async function getArtistDetails(artistId: number): Promise<ArtistDetails> {
  return lmlFetch<ArtistDetails>(`/api/v1/discogs/artist/${artistId}`);
}

export async function resolveEntity(type: string, id: number): Promise<EntityResolution> {
  return lmlFetch<EntityResolution>(`/api/v1/discogs/entity/${encodeURIComponent(type)}/${id}`);
}

export async function searchTrackReleases(track: string, artist?: string, limit = 20): Promise<TrackReleases> {
  const query = new URLSearchParams({ track, limit: String(limit) });
  if (artist) query.set('artist', artist);
  return lmlFetch<TrackReleases>(`/api/v1/discogs/track-releases?${query.toString()}`);
}

export async function validateTrackOnRelease(releaseId: number, track: string, artist: string): Promise<boolean> {
  const release = await getRelease(releaseId); // expect: call getRelease (client)
  const wanted = track.toLowerCase();
  return release.artist === artist || release.tracklist.some((item) => item.title.toLowerCase() === wanted);
}

export async function searchLibrary(text: string, limit = 10): Promise<{ results: LibraryItem[] }> {
  const query = new URLSearchParams({ q: text, limit: String(limit) });
  return lmlFetch(`/api/v1/library/search?${query.toString()}`);
}

export async function checkStreamingAvailability(artist: string, album: string): Promise<{ available: boolean }> {
  return lmlFetch('/api/v1/streaming-check', post({ artist, album }));
}
