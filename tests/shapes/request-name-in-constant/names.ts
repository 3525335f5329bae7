export const ACME_ENV = 'ACME_URL';
export const OTHER_ENV = 'OTHER_URL';
