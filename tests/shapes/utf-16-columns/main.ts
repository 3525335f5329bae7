// Text outside ASCII before a call on its line, and in names.
import { getItem as größe } from '@acme/client';

export const show = (id: number) => ['💿', 'ü', größe(id)]; // expect: call getItem
export const none = (id: number) => ['💿 getItem(1)', id]; // ok: a string
