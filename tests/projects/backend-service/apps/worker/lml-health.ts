const HOST_VARIABLE = 'LIBRARY_METADATA_URL';

export interface LmlHealth {
  status: string;
  cache: 'warm' | 'cold';
}

const lmlHost = (): string => {
  const { [HOST_VARIABLE]: host } = process.env;
  if (!host) throw new Error(`The worker needs ${HOST_VARIABLE}`);
  return host;
};

/** Tests give a `fetch` of their own. */
export async function askHealth(fetchImpl: typeof fetch = fetch): Promise<LmlHealth> {
  const response = await fetchImpl(new URL('/health', lmlHost())); // expect: request GET /health
  if (!response.ok) throw new Error(`LML is not well: ${response.status}`);
  return (await response.json()) as LmlHealth;
}
