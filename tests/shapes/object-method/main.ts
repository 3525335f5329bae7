// Methods of object literals: what their bodies call counts there, and their own names mean nothing.
import { findItems, getItem } from '@acme/client';

export const shelf = {
  getItem(id: number) {
    return getItem(id); // expect: call getItem
  },
  search: async (text: string) => findItems(text), // expect: call findItems
  get first() {
    return this.getItem(1); // ok: the method of this object
  },
};

export const show = (id: number) => shelf.getItem(id); // ok: a method that merely calls the export
