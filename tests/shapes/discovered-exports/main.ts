// Exports that reach the transport and stand in no list are subjects all the same: without gate and limiter, behind a
// limiter only, through the gated export with nothing that could arm it, and by a parameter that can arm it (`protection.gate`,
// only `lookupOwn`). Read so: an export of the client is a subject of its own, never a wrapper of another one.
import * as acme from './acme';

export async function show(id: number) {
  await acme.getItem(id); // expect: call getItem
  await acme.countItems(); // expect: call countItems
  await acme.checkItem(id); // expect: call checkItem
  await acme.lookupFirst(); // expect: call lookupFirst
  await acme.refresh(id); // expect: call refresh
  await acme.lookupItem('x'); // expect: call lookupItem
  await acme.lookupOwn({ withheld: true }); // expect: call lookupOwn
  return acme.isConfigured() ? acme.BATCH : 0; // ok: neither reaches the transport
}
