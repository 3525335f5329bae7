// What package.json names is built and not in the checkout: mapped back by outDir and rootDir, else to `src`.
import { getItem } from '@acme/items';
import { findItems } from '@acme/items/deep/search';
import { load } from '@acme/shelf';

export const show = (id: number) => getItem(id); // expect: call getItem
export const search = () => findItems('x'); // expect: call findItems
export const other = (id: number) => load(id); // expect: call getItem
