// The function under another key; a key of the same name that holds something else.
import { findItems, getItem, lookupItem } from '@acme/client';

const stub = async () => null;

export const live = { load: getItem }; // expect: reference getItem
export const both = { load: getItem, ...{ search: findItems } }; // expect: reference getItem ; reference findItems
export const none = { getItem: stub, findItems: Number }; // ok: only the keys are called so
export const gated = { findItems: lookupItem }; // expect: reference lookupItem
