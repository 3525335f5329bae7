// Clients of databases whose queries are not read; a package that nobody knows may connect by itself.
import { PrismaClient } from '@prisma/client';
import Redis from 'ioredis';
import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { Driver } from 'outside';
import pgPromise from 'pg-promise';
import { createClient, createCluster } from 'redis';
import { createPool } from 'slonik';

const url = process.env.ACME_DATABASE_URL!;

export const prisma = new PrismaClient({ datasources: { db: { url } } }); // expect: database ACME_DATABASE_URL
export const other = new PrismaClient({ datasourceUrl: process.env.OTHER_URL }); // ok: another database
export const mongo = new MongoClient(url); // expect: database ACME_DATABASE_URL
export const models = mongoose.connect(url); // expect: database ACME_DATABASE_URL
export const cache = createClient({ url }); // expect: database ACME_DATABASE_URL
export const queue = new Redis(url, { lazyConnect: true }); // expect: database ACME_DATABASE_URL
export const pool = createPool(url); // expect: database ACME_DATABASE_URL
const connect = pgPromise({ capSQL: true });
export const rows = connect(url); // expect: database ACME_DATABASE_URL
export const named = connect({ connectionString: process.env.OTHER_URL, application_name: url }); // ok: another database
export const nodes = createCluster({ rootNodes: [{ url }] }); // expect: database ACME_DATABASE_URL
export const others = createCluster({ rootNodes: [{ url: 'redis://localhost' }], name: url }); // ok: another database
export const unknown = new Driver(url); // unresolved: nobody knows what it does
console.log(url); // ok: a log
