// Who is asked what a map holds answers with what was put there: its keys have the methods of their type. What code from
// outside hands out has none of them, though it has a method of that name.
import { writeFile } from 'node:fs/promises';
import { getItem } from '@acme/client';
import { openShelf } from 'shelves';

interface Target {
  applyItem(ids: number[], item: unknown): Promise<void>;
}
const shelf: Target = {
  applyItem: async (ids, item) => {
    await writeFile(`${ids.length}.json`, JSON.stringify(item)); // sink: file
  },
};
const closed = {
  shutItem: async (item: unknown) => {
    await writeFile('closed.json', JSON.stringify(item)); // ok: nobody asks this one
  },
};
const byName = new Map<string, Map<Target, number[]>>();
byName.set('a', new Map([[shelf, [1]]]));

export async function run(name: string) {
  const item = await getItem(1); // expect: call getItem ; reach: stores
  const entry = byName.get(name) as Map<Target, number[]>;
  for (const [target, ids] of entry) await target.applyItem(ids, item);
}

export async function shut() {
  const item = await getItem(2); // expect: call getItem ; reach: escapes
  for (const one of openShelf()) await one.shutItem(item); // escape: unmodelled-code
}
await Promise.all([run('a'), shut(), closed]);
