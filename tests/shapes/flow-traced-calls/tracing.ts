type Any = (...args: any[]) => any;

export const traced =
  (name: string) =>
  <F extends Any>(target: F): F =>
    function wrapper(this: unknown, ...args: any[]) {
      console.time(name);
      return target.call(this, ...args); // sink: http GET /item ; sink: http GET /one ; sink: http GET /both
    } as F;

export function named<F extends Any>(name: string, handler: F): F {
  return traced(name)(function handled(this: any, ...args: any[]) {
    return handler.apply(this, args);
  } as F);
}
