// A decision that reaches no sink stands on the line of the branch that it comes down to, not on that of the comparison.
import { findItems, getItem, lookupItem } from '@acme/client';

export async function named(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: decides
  const known = item.title === 'x'; // ok: compared here, and the code goes on either way
  const early = 3 > 2;
  if (early) console.log('early'); // ok: nothing of the item
  if (!known) { // sink: control
    console.log('another title');
  }
}

async function isOpen(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: decides
  return item.open && item.kind !== 'b'; // ok: who calls this branches
}

export async function called() {
  if ( // sink: control
    await isOpen(2)
  ) {
    console.log('open');
  } else if (await isOpen(3)) console.log('the other one'); // sink: control
}

export async function among() {
  const found = await findItems('x'); // expect: call findItems ; reach: decides
  const some = found.some((one) => one.id === 3);
  const mode = some ? 'a' : 'b'; // sink: control
  while (mode === 'a') console.log('y'); // ok: what it asks was decided above
}

function need(flag: boolean) {
  if (!flag) throw new Error('not the one'); // sink: control
}

export async function handed() {
  const item = await lookupItem('x'); // expect: call lookupItem ; reach: decides
  need(item.id === 3);
}

export async function held() {
  const item = await getItem(5); // expect: call getItem ; reach: decides
  const state = { open: item.open === 1, rounds: 4 };
  if (state.rounds > 3) console.log('many'); // ok: another field
  const tell = () => {
    if (state.open) console.log('open'); // sink: control
  };
  tell();
}

export async function unasked() {
  const item = await getItem(6); // expect: call getItem ; reach: decides
  return item.title === 'x'; // sink: control
}

await named(1);
await called();
await among();
await handed();
await held();
await unasked();
