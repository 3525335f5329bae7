/** The similar-artists index: another service, which happens to answer on the same paths. */

const HEALTH_PATH = '/health';

const baseUrl = (): string => {
  const url = process.env.SEMANTIC_INDEX_URL;
  if (!url) throw new Error('No semantic index here');
  return url;
};

export async function checkSemanticIndex(): Promise<boolean> {
  try {
    const response = await fetch(`${baseUrl()}${HEALTH_PATH}`); // ok: the health of another service
    return response.ok;
  } catch (error) {
    console.warn('[semantic-index] not reachable', error);
    return false;
  }
}
