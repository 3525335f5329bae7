// `inject(Class)` and `container.get(Class)` give an object of the class they are given; asked by a word,
// the annotation of what comes back says which class it is.
import { inject } from '@angular/core';
import { container } from 'tsyringe';
import { Client, Shelf } from './acme';

export class Page {
  private readonly client = inject(Client);
  private readonly shelf = inject(Shelf);

  async show(id: number) {
    await this.client.fetchItem(id); // expect: call Client.fetchItem
    await container.resolve(Client).fetchItem(id); // expect: call Client.fetchItem
    const named: Client = container.resolve('client');
    await named.fetchItem(id); // expect: call Client.fetchItem
    return this.shelf.fetchItem(id); // ok: another class
  }
}
