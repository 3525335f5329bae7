import type { Ask } from './fetch';
import { loadAll, loadBatch } from './select';

type Resolve = (asks: Ask[]) => Promise<unknown[]>;

export const run = async (deps: { resolve: Resolve; size: number }) => {
  let last = 0;
  while (true) {
    const rows = await loadBatch(last, deps.size);
    if (rows.length === 0) break;
    const asks: Ask[] = rows.map((row) => ({ item_id: row.id, text: row.title }));
    await deps.resolve(asks);
    last = rows[rows.length - 1].id;
  }
};

export const runAll = async (deps: { resolve: Resolve; size: number }) => {
  const rows = await loadAll(0, deps.size);
  await deps.resolve(rows.map((row) => ({ item_id: row.id, text: row.title })));
};
