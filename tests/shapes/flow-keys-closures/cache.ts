/** Caches over one map, each with a prefix that the function around its methods was given. */
const shared = new Map<string, any>();
export function cacheOf(prefix: string) {
  return { put: (k: string, v: any) => shared.set(`${prefix}:${k}`, v), get: (k: string) => shared.get(`${prefix}:${k}`) };
}
export const slotOf = (name: string) => ({ fill(v: any) { shared.set(name, v); }, look() { return shared.get(name); } });
export function makeCache({ prefix }: { prefix: string }) {
  const keyOf = (k: string) => prefix + '/' + k;
  return { put: (k: string, v: any) => shared.set(keyOf(k), v), get: (k: string) => shared.get(keyOf(k)) };
}
export function useSlot(name: string): [(v: any) => void, () => any] {
  return [(v) => { shared.set(name, v); }, () => shared.get(name)];
}
