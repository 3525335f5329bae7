// What a table is that came in by a field nobody follows: the rows may be kept, and nobody knows where.
import { getItem } from '@acme/client';
import { db } from './db';
import { items, notes } from './schema';

class Rows {
  constructor(private readonly table: any) {}
  async save(row: object) {
    return db.insert(this.table).values(row); // escape: unmodelled-code
  }
}
class Items {
  private readonly table = items;
  async save(row: object) {
    return db.insert(this.table).values(row); // sink: database items.title
  }
}
const found = await getItem(7); // expect: call getItem ; reach: escapes
await new Rows(notes).save({ body: found.body });
await new Items().save({ title: found.title });
