// What a function gives to a function that its caller writes: by the call it makes, and by the type it declares.
import { Client } from './acme';

const withClient = (use: (client: { fetchItem(id: number): unknown }) => unknown) => use(new Client());
declare const outside: { run(use: () => unknown): unknown };

export async function typed(id: number, use: (id: number, client: Client) => unknown) {
  return use(id, new Client());
}
export const one = () => withClient((client) => client.fetchItem(1)); // expect: call Client.fetchItem
export const two = () => typed(2, (id, client) => client.fetchItem(id)); // expect: call Client.fetchItem
export const none = () => typed(2, (id: any) => id.fetchItem(1)); // ok: the first parameter is a number
export const ran = () => outside.run(() => new Client().fetchItem(3)); // expect: call Client.fetchItem
