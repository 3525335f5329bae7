// `Object.assign` fills what stands first.
import * as client from '@acme/client';

const api: Record<string, unknown> & Partial<typeof client> = {};
const own: { getItem?: (id: number) => unknown } = {};
Object.assign(api, client);
Object.assign(own, { getItem: (id: number) => id });
api.getItem?.(1); // expect: call getItem
own.getItem?.(2); // ok: its own
