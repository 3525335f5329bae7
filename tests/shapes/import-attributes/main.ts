// Attributes of imports, and an import that is evaluated late: the bindings are what they are.
import data from './data.json' with { type: 'json' };
import defer * as acme from '@acme/client';
import { findItems } from '@acme/client' with { resolution: 'import' };

export const show = () => acme.getItem(data.id); // expect: call getItem
export const search = () => findItems('x'); // expect: call findItems
export const text = () => data.getItem; // ok: a field of the data
