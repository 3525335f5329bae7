// A client that is one object. Read so: `object.method` names a subject as `Class.method` does.
import { acme } from './acme';
import { acme as client } from './acme';

const { findItems } = acme;

export async function show(id: number) {
  await acme.getItem(id); // expect: call acme.getItem
  await client['getItem'](id); // expect: call acme.getItem
  await findItems('x'); // expect: call acme.findItems
  return acme.lookupItem('x'); // expect: call acme.lookupItem
}
