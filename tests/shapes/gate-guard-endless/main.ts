// A branch that ends with a call which never comes back goes on nowhere, as one that returns: functions of frameworks that are known to, and
// those of the tree that come to no end.
import { getItem } from '@acme/client';
import { notFound, redirect } from 'next/navigation';
import { revalidatePath } from 'next/cache';
import { db } from './db';
import { items } from './schema';

const load = async () => db.select().from(items);
const fail = (message: string): never => {
  throw new Error(message);
};
function bail(message: string) {
  if (message) throw new Error(message);
  throw new Error('none');
}
function tell(message: string) {
  if (message) throw new Error(message);
}
const later = async (message: string) => {
  throw new Error(message);
};

export async function frameworks() {
  for (const row of await load()) {
    if (row.withheld) notFound();
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    if (row.withheld) {
      console.warn('withheld', row.id);
      redirect('/');
    }
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    if (row.withheld) revalidatePath('/');
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await load()) {
    if (!row.withheld) notFound();
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await load()) {
    if (row.withheld && row.title) notFound();
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await load()) {
    if (row.withheld) process.exit(1);
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
}

export async function own() {
  for (const row of await load()) {
    if (row.withheld) fail('withheld');
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    if (row.withheld) bail('withheld');
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    if (row.withheld) tell(row.title ?? '');
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await load()) {
    if (row.withheld) later('withheld');
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await load()) {
    if (row.withheld) await later('withheld');
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    try {
      if (row.withheld) fail('withheld');
    } catch {}
    await getItem(row.id); // expect: call getItem ; gate: none
  }
}
