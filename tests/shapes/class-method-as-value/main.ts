// A method of the client's one object, handed on, taken out and called; it may be an arrow in a field.
import { client } from './acme';

const { fetchItem } = client;

export async function show(ids: number[]) {
  const items = ids.map(client.fetchItem); // expect: reference Client.fetchItem
  const first = await fetchItem(1); // expect: call Client.fetchItem
  const deps = { fetchItem: (id: number) => id };
  return [items, first, ids.map(deps.fetchItem)]; // ok: another object's
}
