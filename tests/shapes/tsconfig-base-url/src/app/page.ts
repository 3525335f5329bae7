// With `baseUrl` a bare name may be a file of the project.
import { getItem } from 'lib/items';

export const show = (id: number) => getItem(id); // expect: call getItem
