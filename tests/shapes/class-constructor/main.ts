// Calls in constructors, initialisers, getters, setters and arrow fields.
import { findItems, getItem } from '@acme/client';

export class Shelf {
  ready = getItem(1); // expect: call getItem
  load = (id: number) => getItem(id); // expect: call getItem

  constructor(readonly first = findItems('x')) {} // expect: call findItems

  get all() {
    return findItems('y'); // expect: call findItems
  }
  set current(id: number) {
    void getItem(id); // expect: call getItem
  }
}
