// A file of the app that the job takes as well: in the job it runs there.
let last: unknown;
export const remember = (value: unknown) => void (last = value);
export const asked = () => last;
