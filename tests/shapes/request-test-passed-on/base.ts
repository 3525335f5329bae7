// A test file that sends nothing is not read for what production code exports, unless it passes that on.
export const base = process.env.ACME_URL;
