// The whole namespace handed on. Read so: nothing is named where it is handed on, hence the member's call is the access.
import * as acme from '@acme/client';

interface Api {
  getItem(id: number): Promise<unknown>;
}

const show = (api: Api, id: number) => api.getItem(id); // expect: call getItem
const stub = { getItem: async (id: number) => ({ id }) };

export const live = (id: number) => show(acme, id); // ok: the namespace, no export of it
export const none = (id: number) => show(stub, id); // ok: another object
