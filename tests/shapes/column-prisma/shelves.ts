// Rows of rows, asked for by `select` alone, in a file that asks for nothing in another way.
import express from 'express';
import { prisma } from './db';

const app = express();
app.get('/shelves', async (_req, res) => {
  const owners = { select: { items: { select: { title: true } } } };
  res.json(await prisma.shelf.findMany({ select: { id: true, owners } })); // sink: http GET /shelves
});
app.get('/shelves/names', async (_req, res) => {
  res.json(await prisma.shelf.findMany({ select: { owners: { select: { name: true } } } })); // ok: no items
});
