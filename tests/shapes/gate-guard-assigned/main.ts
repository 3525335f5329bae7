// What a name was given hangs on the flag: under a test of it, or with `||=`. It counts what the flagged row comes by, and what is lost on the
// way; not what another round of a loop has left, what may be skipped, or what another row decides.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const load = async () => db.select().from(items);
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

export async function accumulated() {
  for (const row of await load()) {
    let hidden = false;
    hidden ||= row.withheld;
    if (hidden) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    let hidden = !row.title;
    hidden = hidden || row.withheld;
    if (hidden) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    let hidden = true;
    hidden &&= row.withheld;
    if (hidden) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    let hidden = !row.title;
    hidden &&= row.withheld;
    if (hidden) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await load()) {
    let open = true;
    if (row.withheld) open = false;
    if (!open) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    let open = false;
    if (!row.withheld) open = true;
    if (!open) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    let open = true;
    if (row.withheld) open = false;
    if (row.title) open = true;
    if (!open) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
  }
}

export async function rounds() {
  let open = false;
  for (const row of await load()) {
    if (!row.withheld) open = true;
    if (!open) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
  }
}

export async function rounds2(strict: boolean) {
  let open;
  for (const row of await load()) {
    if (!row.withheld) open = true;
    else if (strict) open = false;
    if (!open) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
  }
}

export async function other(a: number, b: number) {
  const row = await one(a), second = await one(b);
  let open = true;
  if (second.withheld) open = false;
  if (!open) return;
  await getItem(row.id); // expect: call getItem ; gate: none
  await getItem(second.id); // expect: call getItem ; gate: guard
}

export async function other2(a: number, b: number) {
  const row = await one(a), second = await one(b);
  let hidden = false;
  hidden ||= second.withheld;
  if (hidden) return;
  await getItem(row.id); // expect: call getItem ; gate: none
  await getItem(second.id); // expect: call getItem ; gate: guard
}

export async function tries(a: number) {
  const row = await one(a);
  let open = true;
  try {
    await fetch('https://own.example');
    if (row.withheld) open = false;
  } catch {}
  if (!open) return;
  await getItem(row.id); // expect: call getItem ; gate: none
}

export async function tries2(a: number) {
  const row = await one(a);
  let open = false;
  try {
    await fetch('https://own.example');
    if (!row.withheld) open = true;
  } catch {}
  if (!open) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function switches(a: number, kind: string) {
  const row = await one(a);
  let open = true;
  switch (kind) {
    case 'a':
      open = true;
    case 'b':
      if (row.withheld) open = false;
  }
  if (!open) return;
  await getItem(row.id); // expect: call getItem ; gate: none
}

export async function again(a: number, kind: string) {
  const row = await one(a);
  let hidden = row.withheld;
  if (kind) hidden = false;
  if (hidden) return;
  await getItem(row.id); // expect: call getItem ; gate: none
}

export async function branches2(a: number) {
  const row = await one(a);
  let id: number | null = null;
  if (!row.withheld) id = row.id;
  if (id === null) return;
  await getItem(id); // expect: call getItem ; gate: guard
}

export async function branches3(a: number) {
  const row = await one(a);
  let id: number | null = row.id;
  if (row.withheld) id = null;
  if (id) await getItem(id); // expect: call getItem ; gate: guard
}

export async function closures(a: number) {
  const row = await one(a);
  let open = true;
  const check = () => { if (row.withheld) open = false; };
  check();
  if (!open) return;
  await getItem(row.id); // expect: call getItem ; gate: none
}
