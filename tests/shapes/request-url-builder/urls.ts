const base = () => process.env.ACME_URL ?? '';
const VERSION = 2;

export const itemUrl = (id: number | string) => `${base()}/items/${encodeURIComponent(id)}`;
export const searchUrl = (text: string) => `${base()}/v${VERSION}/items?${new URLSearchParams({ q: text })}`;
export const pageUrl = (id: number) => `https://shop.example/items/${id}?from=${base()}`;
