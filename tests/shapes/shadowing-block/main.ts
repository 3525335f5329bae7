// A block, a loop, a function and a switch have their own names; outside of them the import stands again.
import { getItem } from '@acme/client';

export async function show(ids: number[]) {
  await getItem(1); // expect: call getItem
  {
    const getItem = (id: number) => id;
    getItem(2); // ok: the block's own
  }
  for (const getItem of ids) ids.push(getItem); // ok: the loop's own
  function inner() {
    return getItem(3); // ok: declared further down, hoisted to here
    function getItem(id: number) {
      return id;
    }
  }
  switch (inner()) {
    case 1:
      let getItem: unknown; // ok: the switch's own
  }
  return getItem(4); // expect: call getItem
}
