// Interfaces and object types that lead to the client, generic ones around it among them.
import type { Client } from './acme';

interface Services {
  items: { client?: Client };
  later: () => Promise<Client>;
}
type Context = { services: Services; byName: Map<string, Client>; all: Readonly<Client>[] };

export async function show({ services, byName, all }: Context, id: number) {
  services.items.client?.fetchItem(id); // expect: call Client.fetchItem
  (await services.later()).fetchItem(id); // expect: call Client.fetchItem
  byName.get('x')?.fetchItem(id); // expect: call Client.fetchItem
  all[0].fetchItem(id); // expect: call Client.fetchItem
  return services.items;
}
