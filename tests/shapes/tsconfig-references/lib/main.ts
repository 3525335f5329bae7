// No tsconfig.json here: the one that is only referred to holds the same alias, and it means this folder's own files.
import { findItems, getItem } from '~/items';

export const none = (id: number) => getItem(id); // ok: the module of this folder
export const search = () => findItems('x'); // expect: call findItems
