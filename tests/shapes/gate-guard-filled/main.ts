// What a function says in an object that it fills by statements (`found.ok = false`), and what it gives of another
// object, or of one that something else fills too.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
async function open(id: number) {
  const row = await one(id);
  const found: any = { ok: true };
  if (row.withheld) found.ok = false;
  found.value = row;
  return found;
}
async function shut(id: number) {
  const row = await one(id);
  const found: any = { ok: false };
  if (row.withheld) found.ok = true;
  return found;
}
async function after(id: number) {
  const row = await one(id);
  const found: any = { ok: false };
  found.error = row.withheld ? 'x' : 'y';
  found.ok = true;
  return found;
}
async function both(id: number) {
  const row = await one(id);
  const found: any = {};
  if (row.withheld) {
    found.ok = false;
    found.error = 'x';
  } else {
    found.ok = true;
  }
  return found;
}
async function unset(id: number) {
  const row = await one(id);
  const found: any = { ok: true };
  if (row.withheld) found.ok = false;
  if (row.title) found.ok = true;
  return found;
}
async function key(id: number, k: string) {
  const row = await one(id);
  const found: any = { ok: false };
  found[k] = true;
  if (row.withheld) return found;
  return found;
}
async function copied(id: number) {
  const row = await one(id);
  const base = { ok: !row.withheld, error: 'x' };
  return { ...base, row };
}
async function over(id: number) {
  const row = await one(id);
  const base = { ok: !row.withheld };
  return { ...base, ok: true, row };
}
async function under(id: number, given: any) {
  const row = await one(id);
  return { ok: !row.withheld, ...given, row };
}
function put(found: any) {
  found.ok = true;
}
async function helped(id: number) {
  const row = await one(id);
  const found: any = { ok: false };
  if (row.withheld) {
    put(found);
    return found;
  }
  return { ok: true };
}
async function assigned(id: number) {
  const row = await one(id);
  const found: any = { ok: false };
  if (row.withheld) {
    Object.assign(found, { ok: true });
    return found;
  }
  return { ok: true };
}
async function told(id: number) {
  const row = await one(id);
  const found: any = { ok: false };
  if (row.withheld) {
    console.log(found);
    return found;
  }
  return { ok: true };
}

export async function opened(id: number) {
  const found = await open(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function shutFirst(id: number) {
  const found = await shut(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function setAfter(id: number) {
  const found = await after(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function ofBoth(id: number) {
  const found = await both(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function setAgain(id: number) {
  const found = await unset(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function byKey(id: number) {
  const found = await key(id, 'ok');
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function byHelper(id: number) {
  const found = await helped(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function byAssign(id: number) {
  const found = await assigned(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function onlyTold(id: number) {
  const found = await told(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function byCopy(id: number) {
  const found = await copied(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function putOver(id: number) {
  const found = await over(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function spreadOver(id: number) {
  const found = await under(id, { ok: true });
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
// what comes round a loop is what was there before
async function swapped(id: number) {
  const row = await one(id);
  let found: any = { ok: !row.withheld };
  let other: any = found;
  for (const _ of [1, 2]) {
    const before = found;
    found = other;
    other = before;
  }
  return found;
}
async function grown(id: number) {
  const row = await one(id);
  let found: any = { ok: !row.withheld };
  for (const round of [1, 2]) found = { ...found, round };
  return found;
}
async function replaced(id: number) {
  const row = await one(id);
  let found: any = { ok: !row.withheld };
  for (const round of [1, 2]) found = { ...found, ok: round > 1 };
  return found;
}
export async function bySwapping(id: number) {
  const found = await swapped(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function byGrowing(id: number) {
  const found = await grown(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function byReplacing(id: number) {
  const found = await replaced(id);
  if (!found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
