// SvelteKit: `$lib` is what the config says that it writes itself; endpoints answer, and load functions send to pages.
import { getItem } from '@acme/client';

export async function item(id: number) {
  return getItem(id); // expect: call getItem
}
