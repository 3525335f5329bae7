// Elements of a list: in a loop, in a callback, found, by position.
import { Client } from './acme';

const clients = [new Client(), new Client()];

export function show(id: number) {
  for (const client of clients) client.fetchItem(id); // expect: call Client.fetchItem
  clients.forEach((client) => client.fetchItem(id)); // expect: call Client.fetchItem
  clients.find(Boolean)?.fetchItem(id); // expect: call Client.fetchItem
  const [first] = clients;
  first.fetchItem(id); // expect: call Client.fetchItem
  return clients.length;
}
