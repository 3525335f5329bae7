import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema.js';

export * from './schema.js';

const client = postgres(process.env.DATABASE_URL ?? ''); // ok: the station's own database
export const db = drizzle(client, { schema });

export const closeDatabaseConnection = (): Promise<void> => client.end();
