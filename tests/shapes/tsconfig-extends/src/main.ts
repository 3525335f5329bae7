// `extends` in two steps, without its extension and as a list: paths count from the file they stand in, the last wins.
import { getItem } from 'items';

export const show = (id: number) => getItem(id); // expect: call getItem
