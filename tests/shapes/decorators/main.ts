// Decorators and their arguments run; what stands on a class, a member or a parameter counts on its line.
import { findItems, getItem } from '@acme/client';

declare function Use(...values: unknown[]): (...target: unknown[]) => void;

@Use(getItem) // expect: reference getItem
export class Shelf {
  @Use('getItem') // ok: a string
  getItem(id: number) {
    return id;
  }

  @Use(() => getItem(1)) // expect: call getItem
  search(@Use(findItems) text: string) { // expect: reference findItems
    return this.getItem(text.length); // ok: the method
  }
}
