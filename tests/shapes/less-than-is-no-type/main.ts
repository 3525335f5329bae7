// Comparisons that look like type arguments, and type arguments that look like comparisons.
import { findItems, getItem } from '@acme/client';

declare function pass<A, B = A>(...values: unknown[]): B;

export async function show(a: number, b: number) {
  const two = [a < b, b > (await getItem(a)).id]; // expect: call getItem
  const one = pass<typeof a, typeof b>(await getItem(b)); // expect: call getItem
  const shift = (a << 2) > b ? findItems('x') : findItems('y'); // expect: call findItems ; call findItems
  const nested = pass<Array<Promise<number>>>(findItems('z')); // expect: call findItems
  return { two, one, shift, nested, none: a < b && 'getItem'.length > (2) }; // ok: a string
}
