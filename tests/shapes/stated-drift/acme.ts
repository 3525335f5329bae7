/**
 * `lookupItem` is gated. The remaining exports (`getItem`, `listItems`) are read from
 * the cache and need no gate.
 */
const send = (path: string) => fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out

export const getItem = (id: number) => send(`/items/${id}`);
export const findItems = (text: string) => send(`/items?q=${text}`);
export const countItems = () => send('/items/count');
export const lookupItem = (name: string, { withheld = false } = {}) => (withheld ? null : send(`/lookup/${name}`));
