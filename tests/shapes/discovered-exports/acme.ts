interface Options {
  withheld?: boolean;
}
const limiter = { run: <T>(job: () => T) => job() };
const send = (path: string) => fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out

export const getItem = (id: number) => send(`/items/${id}`);
export const lookupItem = (name: string, options: Options = {}) => (options.withheld ? null : send(`/lookup/${name}`));
export const countItems = () => send('/items/count');
export const checkItem = (id: number) => limiter.run(() => send(`/items/${id}/check`));
export const lookupFirst = () => lookupItem('a'); // expect: call lookupItem (client)
export const lookupOwn = (options: Options) => lookupItem('b', options); // expect: call lookupItem (client)
export const refresh = (id: number, force = false) => (force ? send(`/items/${id}`) : countItems()); // expect: call countItems (client)
export const isConfigured = () => Boolean(process.env.ACME_URL);
export const BATCH = 50;
