// Static methods, static blocks and static fields run where the class is read.
import { findItems, getItem } from '@acme/client';

export class Shelf {
  static first = getItem(1); // expect: call getItem
  static cached: unknown;
  static {
    Shelf.cached = findItems('x'); // expect: call findItems
  }
  static async getItem(id: number) {
    return { id };
  }
  static show = (id: number) => Shelf.getItem(id); // ok: the static method
}
