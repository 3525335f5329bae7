// The function as an element, two on one line.
import { findItems, getItem, lookupItem } from '@acme/client';

export const ungated = [getItem, findItems]; // expect: reference getItem ; reference findItems
export const gated = [lookupItem]; // expect: reference lookupItem
export const names = ['getItem', 'findItems']; // ok: strings
export const byName = new Map([['item', getItem]]); // expect: reference getItem
