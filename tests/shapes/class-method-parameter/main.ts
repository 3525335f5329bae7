// An object as a parameter, in a parameter's field, and from a factory. The receiver is no URL, options object or flag:
// these functions are no wrappers.
import { makeClient, type Client } from './acme';

export const show = (client: Client, id: number) => client.fetchItem(id); // expect: call Client.fetchItem
export const list = (ctx: { client: Client }) => ctx.client.fetchItem(1); // expect: call Client.fetchItem
export const taken = ({ client }: { client: Client }) => client.fetchItem(1); // expect: call Client.fetchItem
export const made = () => makeClient().fetchItem(1); // expect: call Client.fetchItem
export const other = (client: { fetchItem(): void }) => client.fetchItem(); // ok: a shape of its own, never filled
export const page = () => show(makeClient(), 1); // ok: a function that merely calls the method
