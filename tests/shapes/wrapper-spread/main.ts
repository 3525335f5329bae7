// Options spread into a new object, all arguments spread on, and options taken apart: forwarded all the same.
import { findItems, getItem, type Options } from './acme';

export const spread = (id: number, options: Options) => getItem(id, { ...options, timeoutMs: 9 }); // expect: call getItem (wrapper) ; here: spread
export const rest = (...args: Parameters<typeof findItems>) => findItems(...args); // expect: call findItems (wrapper) ; here: rest
export function taken({ id, options }: { id: number; options: Options }) {
  const merged = { timeoutMs: 1, ...options };
  return getItem(id, merged); // expect: call getItem (wrapper) ; here: taken
}
export const one = () => spread(1, {}); // expect: call getItem through spread
export const two = () => rest('x', 5); // expect: call findItems through rest
export const three = () => taken({ id: 3, options: {} }); // expect: call getItem through taken
