// The root's tsconfig only refers to others: each file follows the one that is nearest to it.
import { getItem } from '~/items';

export const show = (id: number) => getItem(id); // expect: call getItem
