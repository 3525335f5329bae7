export const base = () => process.env.ACME_URL ?? '';
