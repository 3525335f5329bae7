// A folder named like a file is a folder: what lies in it is read, and its index is what the name imports.
import { getItem } from '@acme/client';

export const show = (id: number) => getItem(id); // expect: call getItem
