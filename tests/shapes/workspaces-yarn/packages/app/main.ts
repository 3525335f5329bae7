// yarn: the globs stand one level deeper, and `**` reaches packages in folders of folders.
import { getItem } from '@acme/items';

export const show = (id: number) => getItem(id); // expect: call getItem
