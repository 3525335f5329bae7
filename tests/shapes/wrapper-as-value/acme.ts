export interface Options {
  withheld?: boolean;
  timeoutMs?: number;
}
const send = (path: string, options: Options) =>
  fetch(`${process.env.ACME_URL}${path}`, { signal: AbortSignal.timeout(options.timeoutMs ?? 100) }); // ok: the client's own way out

export const getItem = (id: number, options: Options = {}) => send(`/items/${id}`, options);
export const findItems = (text: string, limit = 10, options: Options = {}) => send(`/items?q=${text}&n=${limit}`, options);
export const lookupItem = (name: string, options: Options = {}) => (options.withheld ? null : send(`/lookup/${name}`, options));
