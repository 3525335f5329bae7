// A function that forwards its options object is a wrapper: its own call stays an access, and each call of it is one too.
import { getItem, lookupItem, type Options } from './acme';

export function load(id: number, options: Options = {}) {
  return getItem(id, options); // expect: call getItem (wrapper) ; here: load
}
export function look(name: string, options: Options) {
  return lookupItem(name, options); // expect: call lookupItem (wrapper) ; here: look
}
export const show = (id: number) => load(id, { timeoutMs: 5 }); // expect: call getItem through load
export const plain = (id: number) => load(id); // expect: call getItem through load
export const gated = () => look('x', {}); // expect: call lookupItem through look
