// An exact entry of `paths` names the client; a longer name is another module.
import { getItem } from 'acme';
import { getItem as other } from 'acme-other';

export const show = (id: number) => [getItem(id), other(id)]; // expect: call getItem
export const none = (id: number) => other(id); // ok: another module
