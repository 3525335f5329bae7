// Calls that run when the module is read, in a module with top-level await.
import { findItems, getItem } from '@acme/client';

export const first = await getItem(1); // expect: call getItem
if (first) await findItems(first.title); // expect: call findItems
(() => void getItem(2))(); // expect: call getItem
export default await findItems('y'); // expect: call findItems
