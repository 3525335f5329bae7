// A value that was lost from sight is an escape: given to something unknown, or given back to nobody who could be found.
import { findItems, getItem } from '@acme/client';
import { registry } from './outside';

export async function hand(keep: (value: unknown) => unknown) {
  const item = await getItem(1); // expect: call getItem ; reach: escapes
  const kept = keep(item); // escape: unresolved-call
  console.log('done'); // ok: the result of what is unknown is used, and the value may be kept all the same
  return kept;
}

registry.add({
  async load() { // escape: unresolved-call
    return findItems('x'); // expect: call findItems ; reach: escapes
  },
});

registry.add({
  async save() {
    return 1; // ok: nothing of a result
  },
});

await hand(JSON.parse(process.argv[2]));
