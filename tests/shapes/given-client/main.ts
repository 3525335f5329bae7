// A function gets the client from the one that it is given to: written there, by its name, or called where it stands.
import { Client, Shelf } from './acme';

const client = new Client();
const withClient = (use) => use(client);
const withShelf = (use) => use(new Shelf());
const show = (given) => given.fetchItem(1); // expect: call Client.fetchItem
const stock = (given) => given.fetchItem(1); // ok: it is given another class

export class Job {
  constructor(private client: Client) {}

  static load(given) {
    return given.fetchItem(2); // expect: call Client.fetchItem
  }
  run(id: number) {
    const self = this;
    const { client } = self;
    return client.fetchItem(id); // expect: call Client.fetchItem
  }
  other(id: number) {
    const self = { client: new Shelf() };
    const { client } = self;
    return client.fetchItem(id); // ok: another class
  }
}

withClient(show);
withClient(Job.load);
withShelf(stock);
withClient((given) => given.fetchItem(3)); // expect: call Client.fetchItem
withShelf((given) => given.fetchItem(4)); // ok: another class
((given) => given.fetchItem(5))(client); // expect: call Client.fetchItem
