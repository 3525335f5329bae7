// A class that a package gives to others inside of an object: who has it can make one and call its methods.
import { getItem } from '@acme/client';

export class Shelf {
  async read(id: number) { // escape: unresolved-call
    return getItem(id); // expect: call getItem ; reach: escapes
  }
}

export class Drawer {
  async read(id: number) {
    return getItem(id); // expect: call getItem ; reach: unreachable
  }
}
