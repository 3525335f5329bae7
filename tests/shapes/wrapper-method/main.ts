// A method that forwards its options; a method of the same name on another class does not.
import { getItem, type Options } from './acme';

export class Shelf {
  load(id: number, options: Options) {
    return getItem(id, options); // expect: call getItem (wrapper) ; here: load
  }
  first = () => this.load(1, {}); // expect: call getItem through load
}
class Other {
  load(id: number, options: Options) {
    return [id, options];
  }
}
export const show = (shelf: Shelf) => shelf.load(1, { timeoutMs: 5 }); // expect: call getItem through load
export const made = () => new Shelf().load(2, {}); // expect: call getItem through load
export const none = () => new Other().load(3, {}); // ok: another class
