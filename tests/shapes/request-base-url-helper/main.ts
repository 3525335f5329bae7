// The helper that nearly every direct caller has, with its checks and its tidying of the value.
const baseUrl = (): string => {
  const url = process.env.ACME_URL;
  if (!url) throw new Error('ACME_URL is not configured');
  return url.replace(/\/$/, '');
};
function root() {
  return baseUrl().trim();
}

export const show = (id: number) => fetch(`${baseUrl()}/items/${id}`); // expect: request GET /items/{}
export const health = () => fetch(`${root()}/health`, { method: 'HEAD' }); // expect: request HEAD /health
