// A file and a directory of one name: the file is meant, the directory with a slash or its index written out.
import { getItem } from './items';
import { getItem as other } from './items/index';
import { getItem as slash } from './items/';

export const show = (id: number) => getItem(id); // expect: call getItem
export const none = (id: number) => [other(id), slash(id)]; // ok: the directory's index
