// The namespace arrives as the first parameter of what is given to `then`.
export const whole = (id: number) => import('@acme/client').then((m) => m.getItem(id)); // expect: call getItem
export const taken = (id: number) => import('@acme/client').then(({ getItem }) => getItem(id)); // expect: call getItem
export const gated = () => import('@acme/client').then((m) => m.lookupItem('x')); // expect: call lookupItem
export const other = () => import('./local').then((m) => m.getItem(1)); // ok: another module
