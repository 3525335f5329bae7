export function makeStore() {
  let kept: unknown;
  return {
    set(value: unknown) {
      kept = value;
    },
    get() {
      return kept;
    },
  };
}
