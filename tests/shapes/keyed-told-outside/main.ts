// What unknown code makes of constants may come from elsewhere; a row that is read as a whole has its columns.
import { getItem } from '@acme/client';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DB_URL });
const { values } = parseArgs({ options: { id: { type: 'string' } } });
await getItem(Number(values.id)); // expect: call getItem ; keyed: unknown
await getItem(Number('7')); // expect: call getItem ; keyed: constant

const { rows } = await pool.query('SELECT * FROM items');
for (const row of rows) await getItem(row.serial); // expect: call getItem ; keyed: catalogue-row items.serial
