// MikroORM's manager keeps what is written into the entities that it gives.
import { getItem } from '@acme/client';
import { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import express from 'express';

class Entry {
  title!: string;
}
class Shop {
  constructor(private readonly em: EntityManager) {}
  async load() {
    const item = await getItem(1); // expect: call getItem ; reach: escapes
    const entry = await this.em.findOneOrFail(Entry, { id: 1 }); // escape: unmodelled-code
    entry.title = item.title;
    await this.em.flush();
  }
  async look() {
    const item = await getItem(2); // expect: call getItem ; reach: contained
    const entry = await this.em.findOneOrFail(Entry, { id: 1 });
    const shown = { title: entry.title, kind: '' };
    shown.kind = item.kind;
  }
}
const orm = await MikroORM.init({});
const app = express();
app.post('/load', async (req: any, res) => {
  await new Shop(req.em).load();
  await new Shop(req.em).look();
  res.end();
});
app.post('/forked', async (_req, res) => {
  const em = orm.em.fork();
  const item = await getItem(3); // expect: call getItem ; reach: escapes
  const entry = await em.findOne(Entry, 1); // escape: unmodelled-code
  entry!.title = item.title;
  await em.flush();
  res.end();
});
app.listen(1);
