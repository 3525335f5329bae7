// Maps, lists and sets that get an instance later, and objects that are gone through by their members.
import { set } from 'outside';
import { Client, Shelf } from './acme';

const byName = new Map();
const shelves = new Map();
const list: unknown[] = [];
const table = { one: new Client() };
const named = { map: new Client() }; // a member of that name is no map
byName.set('one', new Client());
set('one', new Client()); // unresolved: a function of that name, and no method
shelves.set('one', new Shelf());
list.push(new Client());

class Registry {
  private readonly held = new Map<string, Client>();

  add(name: string) {
    this.held.set(name, new Client());
  }
  show(name: string) {
    for (const [, client] of this.held) client.fetchItem(1); // expect: call Client.fetchItem
    this.held.forEach((client) => client.fetchItem(2)); // expect: call Client.fetchItem
    return this.held.get(name)?.fetchItem(3); // expect: call Client.fetchItem
  }
}

export async function show(id: number, registry: Registry) {
  byName.get('one').fetchItem(id); // expect: call Client.fetchItem
  shelves.get('one').fetchItem(id); // ok: another class
  for (const client of byName.values()) client.fetchItem(id); // expect: call Client.fetchItem
  for (const client of list) client.fetchItem(id); // expect: call Client.fetchItem
  for (const [, client] of Object.entries(table)) client.fetchItem(id); // expect: call Client.fetchItem
  Object.values(table).forEach((client) => client.fetchItem(id)); // expect: call Client.fetchItem
  named.map.fetchItem(id); // expect: call Client.fetchItem
  named.get('one').fetchItem(id); // ok: only a map answers to it
  const [client, shelf] = await Promise.all([new Client(), 5]);
  client.fetchItem(id); // expect: call Client.fetchItem
  return new Proxy(new Client(), {}).fetchItem(id); // expect: call Client.fetchItem
}
