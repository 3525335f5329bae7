import type { Candidate } from './select.js';

export interface ResolvedIdentity {
  library_id: number;
  musicbrainz_id: string | null;
  confidence: number;
}

const TIMEOUT_MS = 30_000;

const baseUrl = (): string => {
  const host = process.env.LIBRARY_METADATA_URL;
  if (!host) throw new Error('The job needs LIBRARY_METADATA_URL');
  return host.endsWith('/') ? host.slice(0, -1) : host;
};

/** The client has no export for this endpoint; the job asks by itself. */
export const resolveBatch = async (candidates: Candidate[]): Promise<ResolvedIdentity[]> => {
  const inputs = candidates.map(({ id, artist_name, album_title }) => ({ library_id: id, artist_name, album_title }));
  const url = `${baseUrl()}/api/v1/identity/bulk-resolve-libraries`;
  const response = await fetch(url, { // expect: request POST /api/v1/identity/bulk-resolve-libraries ; gate: none ; reach: stores
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`LML answered ${response.status}`);
  const parsed = (await response.json()) as { identities: ResolvedIdentity[] };
  return parsed.identities;
};
