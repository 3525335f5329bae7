// The one instance behind a static field, a static method and a getter.
import { Client } from './acme';

export class Shelf {
  private static kept?: Client;
  static readonly other = new Client();

  static get current() {
    return this.kept ?? new Client();
  }
  static instance(): Client {
    return (this.kept ??= new Client());
  }
  fetchItem = (id: number) => id;
}
export const one = () => Shelf.instance().fetchItem(1); // expect: call Client.fetchItem
export const two = () => Shelf.other.fetchItem(2); // expect: call Client.fetchItem
export const three = () => Shelf.current.fetchItem(3); // expect: call Client.fetchItem
export const none = () => new Shelf().fetchItem(4); // ok: a method of its own
