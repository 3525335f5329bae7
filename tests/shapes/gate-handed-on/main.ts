// The access is reached through an object of dependencies, a class with one instance, and a limiter.
import { lookupItem } from '@acme/client';
import { db } from './db';
import { Coordinator, coordinator } from './coordinator';
import { items } from './schema';

interface Deps {
  look: (name: string, withheld?: boolean) => Promise<unknown>;
  peek: (name: string) => Promise<unknown>;
}
const limiter = { run: <T>(task: () => Promise<T>) => task() };

const look = (name: string, withheld?: boolean) => limiter.run(() => lookupItem(name, { withheld })); // expect: call lookupItem (wrapper) ; gate: argument ; here: look
const peek = (name: string) => lookupItem(name, { timeoutMs: 1 }); // expect: call lookupItem ; gate: none

async function run(deps: Deps) {
  const rows = await db.select({ title: items.title, withheld: items.withheld }).from(items);
  for (const row of rows) {
    await deps.look(row.title, row.withheld);
    await deps.peek(row.title);
  }
}

async function share(shared: Coordinator) {
  const [row] = await db.select({ title: items.title, withheld: items.withheld }).from(items);
  await coordinator.find(row.title, { withheld: row.withheld }); // expect: call lookupItem through find, send ; gate: argument
  await shared.find(row.title, { timeoutMs: 5 }); // expect: call lookupItem through find, send ; gate: none
}

await run({ look, peek }); // expect: reference lookupItem through look ; gate: argument ; chain: argument ; chain: none
await share(new Coordinator()); // chain: argument ; chain: none
