export function baseUrl() {
  return process.env.ACME_URL ?? 'http://localhost:9000';
}
export const otherUrl = () => process.env.OTHER_URL ?? 'http://localhost:9001';
export const urls = { acme: baseUrl(), other: otherUrl() };
