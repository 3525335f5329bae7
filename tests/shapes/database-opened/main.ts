// A database client opened on the service's own database: the call that opens it is the access, queries are not.
import postgres from 'postgres';
import { Client, Pool } from 'pg';

const sql = postgres(process.env.ACME_DATABASE_URL!, { max: 1 }); // expect: database ACME_DATABASE_URL
const pool = new Pool({ connectionString: process.env.ACME_DATABASE_URL }); // expect: database ACME_DATABASE_URL
const own = postgres(process.env.DATABASE_URL!); // ok: the project's own database

export async function show(id: number) {
  const client = new Client(process.env.ACME_DATABASE_URL); // expect: database ACME_DATABASE_URL
  await client.connect(); // ok: opened above
  await pool.query('select 1'); // ok: opened above
  return [await sql`select * from items where id = ${id}`, await own`select 1`]; // ok: opened above
}
