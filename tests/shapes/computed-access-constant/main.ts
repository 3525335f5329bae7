// A computed member whose key is constant is that member: literal, constant, template without holes, enum member.
import * as acme from '@acme/client';

const KEY = 'findItems';
const GATED = 'lookupItem';
enum Export {
  Item = 'getItem',
}

export async function show(id: number) {
  await acme['getItem'](id); // expect: call getItem
  await acme[KEY]('x'); // expect: call findItems
  await acme[`getItem`](id); // expect: call getItem
  await acme[Export.Item](id); // expect: call getItem
  const { ['getItem']: load } = acme;
  await load(id); // expect: call getItem
  return acme[GATED]('x'); // expect: call lookupItem
}
