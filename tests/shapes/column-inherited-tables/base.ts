import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

export const db = drizzle('postgres://localhost');

export abstract class Repository {
  abstract readonly table: any;
  find() {
    return db.select().from(this.table);
  }
  async one(id: number) {
    const [row] = await db.select().from(this.table).where(eq(this.table.id, id));
    return row;
  }
  titles() {
    return db.select({ title: this.table.title }).from(this.table);
  }
  owned() {
    return db.select({ own: this.table.own }).from(this.table);
  }
  protected all() {
    return db.select().from(this.table);
  }
  async shown() {
    return (await this.all()).slice(0, 3);
  }
}

export abstract class Asked {
  protected abstract source(): any;
  list() {
    return db.select().from(this.source());
  }
}

export abstract class Dated extends Repository {
  async latest() {
    const rows = await this.find();
    return rows[0];
  }
}
