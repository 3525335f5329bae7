// The same where the check is whether anything is left of a list of the row.
import { getItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

const open = ({ withheld }: any): any => !withheld;
const ask = () => db.select({ id: items.id, withheld: items.withheld }).from(items);
class Held { x: any; constructor(x: any) { this.x = x; } run() { return getItem(this.x.id); } } // expect: call getItem ; gate: none
class Kept { x: any; constructor(x: any) { this.x = x; } run() { return getItem(this.x.id); } } // expect: call getItem ; gate: guard

export async function either(asked: boolean) {
  let row: any = (await db.select({ id: items.id, withheld: items.withheld }).from(items))[0];
  const kept = [row].filter((x) => open(x));
  if (!kept.length) return;
  const rows: any[] = await db.select({ id: items.id, withheld: items.withheld }).from(items);
  if (asked) row = rows.find((x) => x.withheld);
  await getItem(row.id); // expect: call getItem ; gate: none
  await new Held(row).run();
}

export async function one() {
  const row: any = (await ask())[0];
  const kept = [row].filter((x) => open(x));
  if (!kept.length) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
  await new Kept(row).run();
}
