// npm: a list of globs in package.json; packages know each other by name.
import { getItem } from '@acme/items';

export const show = (id: number) => getItem(id); // expect: call getItem
