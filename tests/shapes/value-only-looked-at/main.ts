// A function that is compared, tested or asked for its name is neither called nor passed on. Read so: no access.
import * as acme from '@acme/client';
import { getItem } from '@acme/client';

export const ready = typeof getItem === 'function'; // ok: only its type
export const same = (other: unknown) => other === getItem; // ok: compared
export const label = getItem.name + getItem.length; // ok: what it is called
export const has = 'getItem' in acme; // ok: asked for
export const there = getItem ? 1 : 0; // ok: tested
export const used = () => (getItem ? getItem(1) : null); // expect: call getItem
