// What a table is that came in by a field: followed to where the class is made, if it is made for one table; where it is
// made for several, the rows may be kept in either, and nobody knows where.
import { getItem } from '@acme/client';
import express from 'express';
import { db } from './db';
import { items, notes, venues } from './schema';

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
class Single {
  constructor(private readonly table: any) {}
  async save(row: object) {
    return db.insert(this.table).values(row); // sink: database notes.body
  }
}
class Base {
  constructor(protected readonly table: any) {}
  async save(row: object) {
    return db.update(this.table).set(row); // sink: database venues.name
  }
}
class Venues extends Base {
  constructor(readonly label: string) {
    super(venues);
  }
}
const found = await getItem(7); // expect: call getItem ; reach: renders
await new Rows(notes).save({ body: found.body });
await new Rows(items).save({ title: 'one' });
await new Items().save({ title: found.title });
await new Single(notes).save({ body: found.body });
await new Venues('all').save({ name: found.name });

const app = express();
app.get('/notes', async (_req, res) => {
  res.json(await db.select({ body: notes.body }).from(notes)); // sink: http GET /notes
});
app.get('/cities', async (_req, res) => {
  res.json(await db.select({ city: venues.city }).from(venues)); // ok: another column
});
