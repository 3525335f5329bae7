// `Class.method` subjects on objects the code makes itself: held, on the spot, in a field, in an alias.
import { Client } from './acme';
import { Shelf } from './shelf';

const client = new Client();
const fetchItem = client.fetchItem.bind(client);

export class Page {
  private readonly client = new Client();
  show = (id: number) => this.client.fetchItem(id); // expect: call Client.fetchItem
}
export async function show(id: number) {
  await client.fetchItem(id); // expect: call Client.fetchItem
  await new Client().fetchItem(id); // expect: call Client.fetchItem
  await client?.['fetchItem'](id); // expect: call Client.fetchItem
  await fetchItem(id); // expect: call Client.fetchItem
  await client.lookup('x'); // expect: call Client.lookup
  return new Shelf().fetchItem(id); // ok: another class
}
