// A method with the import's name that calls the import: the inner name is the import, the outer one the method.
import { getItem } from '@acme/client';

export class Shelf {
  async getItem(id: number) { // look-alike: getItem
    return getItem(id); // expect: call getItem
  }

  async show(id: number) {
    return this.getItem(id); // ok: the method, which merely calls the export
  }
}

export const show = (shelf: Shelf) => shelf.getItem(1); // ok: the method
