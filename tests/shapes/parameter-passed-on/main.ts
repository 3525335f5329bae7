// A function gives back what it was given: to its caller, and not to the callers that gave it something else.
import { Client } from './acme';

interface Source {
  fetchItem(id: number): unknown;
}
const stub: Source = { fetchItem: (id) => id };

function same<T>(value: T): T {
  const kept = value;
  return kept;
}
export const one = () => same(new Client()).fetchItem(1); // expect: call Client.fetchItem
export const none = () => same(stub).fetchItem(2); // ok: the stub comes back
export const lost = (keep: Map<string, unknown>) => keep.set('client', new Client()); // unresolved: a map of anything
