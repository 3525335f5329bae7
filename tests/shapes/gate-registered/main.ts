// To put a function into a list is not to call it: who goes through the list does. What outside code is given it may call.
import { lookupItem } from '@acme/client';
import { bus } from 'bus';
import { db } from './db';
import { items } from './schema';

type Event = { title: string; withheld: boolean };
type Handler = (event: Event) => Promise<void>;

const handlers: Handler[] = [];
const onEvent = (handler: Handler) => void handlers.push(handler);
async function happened(event: Event) {
  for (const handler of handlers) await handler(event);
}

onEvent(async (event) => {
  await lookupItem(event.title, { withheld: event.withheld }); // expect: call lookupItem ; gate: argument
});
bus.push(async (event: Event) => {
  await lookupItem(event.title, { withheld: event.withheld }); // expect: call lookupItem ; gate: unarmed
});

for (const row of await db.select().from(items)) {
  await happened({ title: row.title ?? '', withheld: row.withheld }); // chain: argument
}
