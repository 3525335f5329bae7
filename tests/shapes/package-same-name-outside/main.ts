// A package whose name starts like the client's, or lies below it, is not the client.
import { getItem } from '@acme/client-tools';
import { findItems } from '@acme/clients';
import { getItem as real } from '@acme/client';

export const tools = (id: number) => getItem(id); // ok: another package
export const others = () => findItems('x'); // ok: another package
export const show = (id: number) => real(id); // expect: call getItem
