import { searchTrackReleases, validateTrackOnRelease } from '@wxyc/lml-client';
import { LRUCache } from 'lru-cache';
import { lmlLookupCoordinator } from '../lml/index.js';

export interface ArtworkProvider {
  search(artist: string, album: string): Promise<string | null>;
  searchReleasesByTrack(track: string, artist: string): Promise<number[]>;
}

export class DiscogsProvider implements ArtworkProvider {
  async search(artist: string, album: string): Promise<string | null> {
    const found = await lmlLookupCoordinator.lookup(artist, album); // expect: call lookupMetadata through coordinator ; gate: none
    return found.results.find((result) => result.artwork_url)?.artwork_url ?? null;
  }

  async searchReleasesByTrack(track: string, artist: string): Promise<number[]> {
    const { releases } = await searchTrackReleases(track, artist); // expect: call searchTrackReleases ; gate: none ; reach: renders
    const confirmed: number[] = [];
    for (const release of releases) {
      const fits = await validateTrackOnRelease(release.release_id, track, artist); // expect: call validateTrackOnRelease ; reach: decides
      if (fits) confirmed.push(release.release_id);
    }
    return confirmed;
  }

  /** Nothing calls this one any more. */
  async validateTrackOnRelease(releaseId: number, track: string, artist: string): Promise<boolean> { // look-alike: validateTrackOnRelease
    return validateTrackOnRelease(releaseId, track, artist); // expect: call validateTrackOnRelease ; reach: unreachable
  }
}

export class ArtworkFinder {
  private readonly known = new LRUCache<string, { url: string | null }>({ max: 2000 });

  constructor(private readonly provider: ArtworkProvider) {}

  async find(artist: string, album: string): Promise<string | null> {
    const key = `${artist}\u0000${album}`;
    let entry = this.known.get(key);
    if (!entry) {
      entry = { url: await this.provider.search(artist, album) };
      this.known.set(key, entry);
    }
    return entry.url;
  }

  async releasesOf(track: string, artist: string): Promise<number[]> {
    return this.provider.searchReleasesByTrack(track, artist);
  }
}

export const artworkFinder = new ArtworkFinder(new DiscogsProvider());
