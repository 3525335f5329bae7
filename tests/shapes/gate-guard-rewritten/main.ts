// Flags that the code itself sets before it checks them, in rows that are at hand under another name. Beside each the same
// with another member, with other rows, further down, or closed for more rows than before.
import { getItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';
const load = async (): Promise<any[]> => db.select().from(items);
export async function all() {
  const rows = await load();
  for (const x of rows) x.withheld = false;
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
}

export async function some() {
  const rows = await load();
  rows.forEach((x) => { if (x.title) x.withheld = false; });
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
}

export async function other() {
  const rows = await load();
  rows.forEach((x) => { x.title = 'x'; });
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function behind() {
  const rows = await load();
  for (const row of rows) {
    if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of rows) row.withheld = false;
}

export async function closed() {
  const rows = await load();
  for (const x of rows) x.withheld = true;
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function someClosed() {
  const rows = await load();
  for (const x of rows) if (x.title) x.withheld = true;
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
}

const open = (one: any) => { one.withheld = false; };

export async function called() {
  const rows = await load();
  for (const row of rows) {
    open(row);
    if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
  }
}

export async function made() {
  const rows = (await load()).map((x) => ({ ...x, withheld: false }));
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
}

export async function ofOthers() {
  const rows = await load(), others = await load();
  for (const x of others) x.withheld = false;
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function byKey() {
  const rows = await load();
  const byId = new Map(rows.map((x) => [x.id, x]));
  byId.get(3)!.withheld = false;
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
}

export async function first() {
  const rows = await load();
  const first = rows[0];
  first.withheld = false;
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
}

export async function assigned() {
  const rows = await load();
  Object.assign(rows[0], { withheld: false });
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
}

export async function gone() {
  const rows = await load();
  for (const row of rows) delete row.withheld;
  for (const row of rows) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
}

const isOpen = ({ withheld }: any): any => !withheld;
export async function destructured() {
  const rows = await load(), others = await load();
  rows.forEach((x) => { x.withheld = false; });
  for (const row of rows) if (isOpen(row)) await getItem(row.id); // expect: call getItem ; gate: none
  for (const { withheld, id } of rows) if (!withheld) await getItem(id); // expect: call getItem ; gate: none
  for (const row of others) if (isOpen(row)) await getItem(row.id); // expect: call getItem ; gate: guard
  for (const { withheld, id } of others) if (!withheld) await getItem(id); // expect: call getItem ; gate: guard
}

export async function normal() {
  const rows = await load();
  for (const row of rows) {
    row.withheld = Boolean(row.withheld);
    if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
  }
}

// What outside code makes of a flag is not the flag itself: a text, a number.
export async function converted() {
  for (const row of await load()) {
    if (String(row.withheld) !== 'true') await getItem(row.id); // expect: call getItem ; gate: none
    if (String(row.withheld) === 'true') await getItem(row.id); // expect: call getItem ; gate: none
    if (!Boolean(row.withheld)) await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of (await load()).filter((x) => String(x.withheld) === 'true')) await getItem(row.id); // expect: call getItem ; gate: none
}
