import { base } from './base';

export const getItem = (id: number) => send(`/items/${id}`);
const send = (path: string) => fetch(`${base()}${path}`); // ok: the module of the client re-exports this one
