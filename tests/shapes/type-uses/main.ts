// Types name the function and never run it.
import { getItem, type findItems } from '@acme/client';

type Load = typeof getItem; // ok: a type
type Result = Awaited<ReturnType<typeof getItem>>; // ok: a type
type Args = Parameters<typeof findItems>; // ok: a type
interface Deps {
  getItem: typeof getItem; // ok: a type under a key of that name
}
let later: typeof getItem | undefined; // ok: a type
declare const api: { getItem: typeof getItem }; // ok: a type

export const show = (deps: Deps, load: Load, args: Args): Result | undefined => later && undefined; // ok: types
export const live = (id: number) => getItem(id) as ReturnType<typeof getItem>; // expect: call getItem
export const none = (id: number) => api.getItem(id); // ok: an ambient object, whoever it is
