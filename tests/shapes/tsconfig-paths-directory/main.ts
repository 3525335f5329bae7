// An entry that leads to a directory means its index, one with a star a directory below it.
import { loadItem } from '~shared';
import { loadItem as again } from '~shared/items';

export const show = (id: number) => loadItem(id); // expect: call getItem
export const twice = (id: number) => again(id); // expect: call getItem
