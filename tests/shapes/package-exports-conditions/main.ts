// Conditions of `exports`, nested, custom ones and patterns too: taken is what exists in the checkout.
import { getItem } from '@acme/items';
import { findItems } from '@acme/items/search';
import { load } from '@acme/items/parts/load';

export const show = (id: number) => getItem(id); // expect: call getItem
export const search = () => findItems('x'); // expect: call findItems
export const part = (id: number) => load(id); // expect: call getItem
