// Functions that call each other with what is to be looked up: the way back to a key ends all the same.
import { getItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

class Tree {
  async first(id: number, left: number): Promise<unknown> {
    return left > 0 ? this.second(await this.next(id, left), left - 1) : getItem(id); // expect: call getItem ; keyed: catalogue-row items.serial
  }
  async second(id: number, left: number): Promise<unknown> {
    return this.first(await this.next(id, left), left - 1);
  }
  async next(id: number, left: number): Promise<number> {
    return left > 1 ? this.next(id + 1, left - 1) : id;
  }
}

const tree = new Tree();
for (const row of await db.select({ serial: items.serial }).from(items)) await tree.first(row.serial!, 3);
