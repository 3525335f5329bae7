// Parentheses, the comma form of compiled code, assertions and non-null marks around a callee change nothing.
import * as acme from '@acme/client';
import { getItem } from '@acme/client';

export async function show(id: number) {
  await (getItem)(id); // expect: call getItem
  await (0, acme.getItem)(id); // expect: call getItem
  await (getItem as (id: number) => Promise<unknown>)(id); // expect: call getItem
  await (getItem satisfies unknown)(id); // expect: call getItem
  await getItem!(id); // expect: call getItem
  await acme!.getItem!(id); // expect: call getItem
  await (<typeof getItem>getItem)(id); // expect: call getItem
  return (0, acme.lookupItem)('x'); // expect: call lookupItem
}
