// libsql and ClickHouse take the address in an object.
import { createClient } from '@libsql/client';
import { createClient as clickhouse } from '@clickhouse/client';

export const turso = createClient({ url: process.env.ACME_DATABASE_URL! }); // expect: database ACME_DATABASE_URL
export const click = clickhouse({ url: process.env.ACME_DATABASE_URL }); // expect: database ACME_DATABASE_URL
export const other = createClient({ url: process.env.OTHER_URL!, syncUrl: 'x' }); // ok: another database
