import { cachedItem, cachedSearch } from './items';

export const show = () => [cachedItem(1), cachedSearch('x')]; // ok: functions made of the exports
