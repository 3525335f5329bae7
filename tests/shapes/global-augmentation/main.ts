// Augmentations add types to modules and to the global scope: no import, no function, no access.
import { getItem } from '@acme/client';

declare module '@acme/client' {
  export function getItem(id: number, extra: string): Promise<Item>; // ok: an overload
  interface Item {
    extra: string;
  }
}
declare global {
  interface Window {
    findItems: (text: string) => void; // ok: a type
  }
}
export const show = () => window.findItems('x'); // ok: the page's own
export const live = () => getItem(1); // expect: call getItem
