/** Asks whether the LML that is deployed already has what the backfill needs. */

const URL_VARIABLE = 'LIBRARY_METADATA_URL';
const HEALTH = '/health';
const REFRESH = '/api/v1/cache/refresh-for-identities';
const ABSENT = new Set([404, 405]);

type Fetch = typeof fetch;

export class DeployGuardError extends Error {}

const baseUrl = (): string => {
  const host = process.env[URL_VARIABLE];
  if (!host) throw new DeployGuardError(`${URL_VARIABLE} is empty`);
  return host.replace(/\/+$/, '');
};

const guardedFetch = async (fetchImpl: Fetch, url: string, init: RequestInit, label: string): Promise<Response> => {
  try {
    return await fetchImpl(url, { ...init, signal: AbortSignal.timeout(5000) }); // here: guarded-send ; ok: its endpoint is open
  } catch (error) {
    throw new DeployGuardError(`${label} failed: ${(error as Error).message}`);
  }
};

export const askHealth = async (fetchImpl: Fetch = fetch): Promise<{ commit_sha: string | null }> => {
  const url = `${baseUrl()}${HEALTH}`;
  const response = await guardedFetch(fetchImpl, url, {}, 'LML health'); // expect: request GET /health through guarded-send
  if (!response.ok) throw new DeployGuardError(`LML health answered ${response.status}`);
  return (await response.json()) as { commit_sha: string | null };
};

/** An empty batch does no work; only whether the route is there counts. */
export const hasRefreshRoute = async (fetchImpl: Fetch = fetch): Promise<boolean> => {
  const body = JSON.stringify({ identity_ids: [] });
  const response = await guardedFetch( // expect: request POST /api/v1/cache/refresh-for-identities through guarded-send
    fetchImpl,
    `${baseUrl()}${REFRESH}`,
    { method: 'POST', headers: { 'Content-Type': 'application/json' }, body },
    'LML probe'
  );
  return !ABSENT.has(response.status);
};

export const isDeployed = async (base: string, head: string, fetchImpl: Fetch = fetch): Promise<boolean> => {
  const url = `https://api.github.com/repos/example/library-metadata-lookup/compare/${base}...${head}`;
  const response = await guardedFetch(fetchImpl, url, { headers: { Accept: 'application/json' } }, 'GitHub'); // ok: another host
  const { status } = (await response.json()) as { status: string };
  return status === 'ahead' || status === 'identical';
};
