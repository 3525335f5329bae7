// Injection that only a container performs: the annotation is all there is, as a parameter property, assigned in the
// constructor, to a private name, in a setter.
import { Client } from './acme';
import type { Shelf } from './shelf';

export class Page {
  #client: Client;
  later!: Client;
  other: Client;

  constructor(private readonly client: Client, other: Client, private readonly shelf: Shelf) {
    this.#client = client;
    this.other = other;
  }

  async show(id: number) {
    await this.client.fetchItem(id); // expect: call Client.fetchItem
    await this.other.fetchItem(id); // expect: call Client.fetchItem
    await this.#client.fetchItem(id); // expect: call Client.fetchItem
    await this.later.fetchItem(id); // expect: call Client.fetchItem
    const { client } = this;
    await client.fetchItem(id); // expect: call Client.fetchItem
    await this.shelf.fetchItem(id); // ok: another class
    return this.client.lookup('x'); // expect: call Client.lookup
  }
}
