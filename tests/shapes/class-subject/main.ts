// A class as a subject. Read so: `new` is its call; an injected parameter and the class handed on are references; the
// calls of its methods, a type elsewhere, `instanceof` and `extends` are no accesses of their own.
import { inject } from '@angular/core';
import { Client } from './acme';

const client = new Client(); // expect: call Client
let later: Client | undefined; // ok: a type

export class Page {
  private readonly again = inject(Client); // expect: reference Client
  constructor(private readonly client: Client) {} // expect: reference Client

  show(id: number, other: unknown) {
    if (other instanceof Client) return null; // ok: only tested
    return [this.client.fetchItem(id), later, this.again]; // ok: a method of what came in above
  }
}
export const show = () => client.fetchItem(1); // ok: a method of what was made above
