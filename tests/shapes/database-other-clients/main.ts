// Other libraries, each with the URL where it wants it; what only holds or reads the URL opens nothing.
import { drizzle } from 'drizzle-orm/node-postgres';
import { Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';

const url = process.env.ACME_DATABASE_URL ?? '';

export const byDrizzle = drizzle(url); // expect: database ACME_DATABASE_URL
export const bySequelize = new Sequelize(url, { logging: false }); // expect: database ACME_DATABASE_URL
export const byTypeorm = new DataSource({ type: 'postgres', url }); // expect: database ACME_DATABASE_URL
export const host = new URL(url).hostname; // ok: nothing is opened
export const options = { connectionString: url, own: drizzle(process.env.DATABASE_URL ?? '') }; // ok: nothing of the service's is opened
