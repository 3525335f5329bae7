// Patterns: the longest prefix wins, targets are tried in order, and a bare `*` takes what nothing else takes.
import { getItem } from '@/items';
import { getItem as other } from '@/local/items';
import { findItems } from 'shelf';
import { getItem as direct } from '@acme/client';

export const show = (id: number) => getItem(id); // expect: call getItem
export const none = (id: number) => other(id); // ok: the longer prefix leads to another module
export const search = () => findItems('x'); // expect: call findItems
export const plain = (id: number) => direct(id); // expect: call getItem
