// Type-only exports give nothing that could be called; the value beside them is one.
import { findItems, type Load, type types } from './items';

type Get = typeof types.getItem; // ok: a type

export const show = (load: typeof Load, get: Get) => [load(1), get(2)]; // ok: parameters, whoever fills them
export const search = () => findItems('x'); // expect: call findItems
