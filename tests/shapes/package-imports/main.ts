// Names with `#` are the package's own, and a package may import itself by its name only where it exports something.
import { getItem } from '#items';
import { getItem as again } from '#lib/items';

export const show = (id: number) => getItem(id); // expect: call getItem
export const twice = (id: number) => again(id); // expect: call getItem
