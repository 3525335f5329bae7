// A file that passes an export on and calls it too: the line that passes on is no access, the call is one.
import { getItem } from '@acme/client';

export { getItem, findItems } from '@acme/client';

export const title = async (id: number) => (await getItem(id)).title; // expect: call getItem
export const own = (id: number) => findItems(`${id}`); // ok: `export … from` binds no name in this file

declare function findItems(text: string): string;
