// Types and values come through one import; `type` marks single names or the whole of it.
import { type Item, getItem, type LookupOptions, type findItems as Search } from '@acme/client';
import type { lookupItem } from '@acme/client';

type Look = typeof lookupItem; // ok: a type
const search: typeof Search | null = null; // ok: a type

export async function show(id: number, options: LookupOptions, look: Look): Promise<Item | null> {
  const item: Item = await getItem(id); // expect: call getItem
  return search === null ? look(item.title, options) : item; // ok: a parameter, whoever fills it
}
