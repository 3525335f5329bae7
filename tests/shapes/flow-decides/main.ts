// A result that only decides is said to, by the lines that branch on it; that something is logged then says nothing of it.
import { findItems, getItem, lookupItem } from '@acme/client';

const absent = new Set([404, 410]);

export async function check(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: decides
  if (item.title === 'x') { // sink: control
    console.log('it is x'); // ok: nothing of the item is logged
  }
}

export async function probe() {
  const found = await findItems('x'); // expect: call findItems ; reach: decides
  return !absent.has(found.length);
}

export async function leave(id: number, force: boolean) {
  const item = await getItem(id); // expect: call getItem ; reach: decides
  if (force || item.open) { // sink: control
    return;
  }
  console.log('it is closed');
}

export async function choose(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: decides
  switch (item.kind) { // sink: control
    case 'a':
      console.log('a');
  }
}

export async function rounds(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: contained
  for (const part of [1, 2]) { // ok: nothing of the item is asked
    console.log(part, item.title); // sink: log
  }
}

export async function counted(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: decides
  for (let at = 0; at < item.tracks.length; at++) { // sink: control
    console.log(at);
  }
}

export async function shown(name: string) {
  const item = await lookupItem(name); // expect: call lookupItem ; reach: contained
  console.log(item.title); // sink: log
}

await check(1);
if (await probe()) console.log('there'); // sink: control
await leave(1, false);
await choose(1);
await rounds(1);
await counted(1);
await shown('x');
