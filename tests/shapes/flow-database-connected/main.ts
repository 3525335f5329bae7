// A builder of queries that is given what somebody else has connected gives what comes out of that database.
import { drizzle } from 'drizzle-orm/node-postgres';
import { drizzle as drizzleOf } from 'drizzle-orm/postgres-js';
import express from 'express';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import postgres from 'postgres';
import { items } from './schema';

const app = express();
const pool = new Pool({ connectionString: process.env.ACME_DATABASE_URL }); // expect: database ACME_DATABASE_URL
const db = drizzle(pool);
app.get('/selected', async (_req, res) => {
  res.json(await db.select().from(items)); // sink: http GET /selected
});
app.get('/done', async (_req, res) => {
  await db.delete(items);
  res.json({ done: true });
});

const sql = postgres(process.env.ACME_DATABASE_URL!); // expect: database ACME_DATABASE_URL
const other = drizzleOf({ client: sql });
app.get('/found', async (_req, res) => {
  res.json(await other.transaction((tx) => tx.query.items.findMany())); // sink: http GET /found
});

const rows = new Kysely<any>({
  dialect: new PostgresDialect({
    pool: new Pool({ connectionString: process.env.ACME_DATABASE_URL }), // expect: database ACME_DATABASE_URL
  }),
});
app.get('/built', async (_req, res) => {
  res.json(await rows.selectFrom('items').selectAll().execute()); // sink: http GET /built
});
