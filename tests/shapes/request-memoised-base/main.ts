// The base is read once and kept: in a variable of the module, in a memo, as a promise.
let cached: string | undefined;
const once = <T>(make: () => T) => {
  let value: T | undefined;
  return () => (value ??= make());
};
const memo = once(() => process.env.ACME_URL);
const base = () => (cached ??= process.env.ACME_URL);
const later = async () => process.env.ACME_URL;

export const byVariable = () => fetch(`${base()}/variable`); // expect: request GET /variable
export const byMemo = () => fetch(`${memo()}/memo`); // expect: request GET /memo
export const byPromise = async () => fetch(`${await later()}/promise`); // expect: request GET /promise
