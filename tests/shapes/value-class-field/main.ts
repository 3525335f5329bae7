// The function as a field's value, also static and private; a field of the same name that holds something else.
import { findItems, getItem } from '@acme/client';

export class Shelf {
  private readonly load = getItem; // expect: reference getItem
  static search = findItems; // expect: reference findItems
  #again = getItem; // expect: reference getItem
  findItems = (text: string) => text.length; // ok: a field of its own

  async show(id: number) {
    await this.#again(id); // ok: counted at the field
    return [this.load(id), this.findItems('x')]; // ok: counted at the field
  }
}
