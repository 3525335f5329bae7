// A wrapper forwards the flag: its callers are told apart, and it is what its weakest caller makes it.
import { lookupItem, type Options } from '@acme/client';
import { db } from './db';
import { items } from './schema';

const rows = await db.select({ title: items.title, withheld: items.withheld }).from(items);

const byFlag = (name: string, withheld?: boolean) => lookupItem(name, { withheld }); // expect: call lookupItem (wrapper) ; gate: partly ; here: flag
const byOptions = (name: string, opts?: Options) => lookupItem(name, { timeoutMs: 5, withheld: opts?.withheld }); // expect: call lookupItem (wrapper) ; gate: argument ; here: options
const bySpread = (name: string, opts: Options = {}) => lookupItem(name, { ...opts, timeoutMs: 5 }); // expect: call lookupItem (wrapper) ; gate: unarmed ; here: spread
const outer = (name: string, withheld: boolean) => byOuter(name, { withheld }); // expect: call lookupItem through handed (wrapper) ; gate: argument ; here: outer
const byOuter = (name: string, opts: Options) => lookupItem(name, opts); // expect: call lookupItem (wrapper) ; gate: argument ; here: handed

for (const row of rows) {
  await byFlag(row.title, row.withheld); // expect: call lookupItem through flag ; gate: argument ; chain: argument
  await byFlag(row.title); // expect: call lookupItem through flag ; gate: none ; chain: none
  await byFlag(row.title, false); // expect: call lookupItem through flag ; gate: unarmed ; chain: unarmed
  await byOptions(row.title, { withheld: row.withheld }); // expect: call lookupItem through options ; gate: argument
  await bySpread(row.title, { timeoutMs: 1 }); // expect: call lookupItem through spread ; gate: none
  await bySpread(row.title); // expect: call lookupItem through spread ; gate: none
  await outer(row.title, row.withheld); // expect: call lookupItem through outer, handed ; gate: argument
}
