// A negation or an await before a callee with type arguments or a non-null mark must not swallow it.
import { findItems, getItem } from '@acme/client';

export async function show(id: number) {
  if (!getItem(id)) return null; // expect: call getItem
  if (!(await findItems('x'))!.at(0)) return null; // expect: call findItems
  const size = -(await findItems('y')).length; // expect: call findItems
  return typeof (await getItem(id)) === 'object' && size; // expect: call getItem
}
