// What is assigned is also what the assignment gives: a client that is made when it is asked for first.
import * as client from '@acme/client';

export class Lazy {
  private held?: typeof client;
  private loading?: Promise<typeof client>;
  get client() {
    return (this.held ??= client);
  }
  load() {
    return (this.loading ??= import('@acme/client'));
  }
  show() {
    return this.client.getItem(1); // expect: call getItem
  }
  async later() {
    return (await this.load()).findItems('x'); // expect: call findItems
  }
}
let first: typeof client;
let second: typeof client;
const both = () => (first = second = client);
export const one = () => both().getItem(2); // expect: call getItem
export const two = () => first.getItem(3); // expect: call getItem
let count = 0;
export const three = () => (count = 1).toFixed(); // ok: a number
