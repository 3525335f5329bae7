// `extends` by the name of a package, which is a workspace of the same root.
import { getItem } from 'items';

export const show = (id: number) => getItem(id); // expect: call getItem
