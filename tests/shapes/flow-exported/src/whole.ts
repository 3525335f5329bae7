// Given as a member of a namespace, by a module that the package's own passes on as a whole.
import { getItem } from '@acme/client';

export async function member() { // escape: exported
  return getItem(5); // expect: call getItem ; reach: escapes
}
