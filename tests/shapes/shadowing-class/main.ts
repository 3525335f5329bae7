// A class expression's name and a method's name: the first is a binding inside, the second is none anywhere.
import { findItems, getItem } from '@acme/client';

export const Shelf = class getItem {
  static make = () => new getItem(); // ok: the class
  findItems(text: string) {
    return findItems(text); // expect: call findItems
  }
};
export const show = (id: number) => getItem(id); // expect: call getItem
