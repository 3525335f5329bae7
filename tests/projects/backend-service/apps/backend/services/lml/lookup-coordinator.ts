import { lookupMetadata, type LookupOptions, type LookupResponse } from '@wxyc/lml-client';
import { LRUCache } from 'lru-cache';

export type CoordinatorOptions = Pick<LookupOptions, 'caller' | 'discogsUnavailable'>;

/** One request for callers that ask for the same at the same time; the answer is kept for five minutes. */
export class LmlLookupCoordinator {
  private readonly answers = new LRUCache<string, LookupResponse>({ max: 1000, ttl: 5 * 60 * 1000 });
  private readonly inFlight = new Map<string, Promise<LookupResponse>>();

  async lookup(artist: string, album?: string, song?: string, options?: CoordinatorOptions): Promise<LookupResponse> {
    const key = this.keyOf(artist, album, song, options?.discogsUnavailable);
    const known = this.answers.get(key);
    if (known) return known;
    const running = this.inFlight.get(key);
    if (running) return running;
    const started = lookupMetadata(artist, album, song, options) // here: coordinator ; expect: call lookupMetadata (wrapper) ; gate: partly
      .then((response) => {
        this.answers.set(key, response);
        return response;
      })
      .finally(() => this.inFlight.delete(key));
    this.inFlight.set(key, started);
    return started;
  }

  // The flag is part of the key: an answer that an unflagged caller fetched is none for a flagged row.
  private keyOf(artist: string, album = '', song = '', flagged = false): string {
    return [artist, album, song, flagged].join('\u0000');
  }
}

export const lmlLookupCoordinator = new LmlLookupCoordinator();
