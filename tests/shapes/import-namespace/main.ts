// A namespace import reaches every export as a member; other namespaces have members of the same name.
import * as acme from '@acme/client';
import * as local from './local';

export async function show(id: number) {
  const item = await acme.getItem(id); // expect: call getItem
  const looked = await acme.lookupItem('x'); // expect: call lookupItem
  const row = local.getItem(id); // ok: a member of another module
  return { item, looked, row };
}
