// A function made of the export. Read so: the export handed to `memoise` is a reference there; what `memoise` gives back
// is another function, and its calls are no accesses of their own.
import { findItems, getItem } from '@acme/client';

const memoise = <A, R>(run: (value: A) => R) => {
  const kept = new Map<A, R>();
  return (value: A) => kept.get(value) ?? run(value); // ok: counted where it was handed on
};
export const cachedItem = memoise(getItem); // expect: reference getItem
export const cachedSearch = memoise((text: string) => findItems(text)); // expect: call findItems
