// The namespace spread into an object. Read so: nothing is named where it is spread, hence the member's call is the access.
import * as acme from '@acme/client';

const api = { ...acme, findItems: async (text: string) => [text] };

export const show = (id: number) => api.getItem(id); // expect: call getItem
export const none = () => api.findItems('x'); // ok: overwritten by the object's own
export const gated = () => api.lookupItem('x'); // expect: call lookupItem
