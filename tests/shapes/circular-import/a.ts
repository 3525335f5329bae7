// Two modules import each other; the binding is followed once, not for ever.
import { label } from './b';
import { getItem } from '@acme/client';

export const load = getItem;
export const show = async (id: number) => label((await load(id)).title); // expect: call getItem
