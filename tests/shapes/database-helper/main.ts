// A helper that takes the URL. Read as for requests: it is a wrapper, and each call that names the database is the access.
import { open } from './db';

export const acme = open(process.env.ACME_DATABASE_URL ?? ''); // expect: database ACME_DATABASE_URL through open
export const own = open(process.env.DATABASE_URL ?? ''); // ok: the project's own database
