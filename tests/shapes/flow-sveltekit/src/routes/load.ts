import { getItem } from '@acme/client';

// no route: its name has no plus
export async function load() { // escape: unresolved-call
  return getItem(7); // expect: call getItem ; reach: escapes
}
