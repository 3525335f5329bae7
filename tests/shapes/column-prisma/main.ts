// Prisma's client has a property for each model of the schema file; its methods write and read the model's columns.
import { getItem } from '@acme/client';
import express from 'express';
import { prisma } from './db';

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await prisma.item.update({ where: { id }, data: { title: found.title } }); // sink: database items.title_text
  await prisma.part.createMany({ data: [{ label: found.kind, itemId: id }] }); // sink: database Part.label
  await prisma.$transaction(async (tx) => {
    await tx.item.create({ // sink: database Part.label ; database items.owner_id
      data: {
        note: 'none',
        parts: { create: [{ label: found.part }] },
        owner: { connect: { id: found.owner } },
      },
    });
  });
}

export async function storeAll(id: number) {
  const found = await getItem(id); // expect: call getItem ; reach: renders
  await prisma.item.create({ // sink: database Part.origin
    data: {
      note: 'none',
      parts: { createMany: { data: found.tracks.map((track) => ({ label: `part of ${id}`, origin: track.title })) } },
    },
  });
}

const local = { part: { update: (options: { data: { secret: string } }) => options.data.secret.length } };

export async function keep(id: number) {
  const found = await getItem(id); // expect: call getItem
  local.part.update({ data: { secret: found.title } }); // ok: a method of our own that is called the same
  const made = await prisma.item.upsert({ // sink: database items.note ; database items.title_text
    where: { id },
    create: { id, title: found.title },
    update: { note: found.note },
  });
  const [updated] = await prisma.$transaction([
    prisma.item.update({ where: { id: made.id }, data: { note: 'kept' }, select: { title: true } }),
  ]);
  const again = await prisma.$transaction(async (tx) => tx.item.findFirst({ where: { id } }));
  // what stands beside a title says nothing of it
  await prisma.part.create({ data: { label: `${again?.id}`, itemId: id } });
  return updated;
}

const app = express();
app.get('/kept/:id', async (req, res) => {
  res.json(await keep(Number(req.params.id))); // sink: http GET /kept/:id
});
app.post('/all/:id', async (req, res) => {
  await storeAll(Number(req.params.id));
  res.sendStatus(204);
});
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/items', async (_req, res) => {
  const rows = await prisma.item.findMany();
  res.json(rows); // sink: http GET /items
});
app.get('/items/:id', async (req, res) => {
  const row = await prisma.item.findUnique({ where: { id: Number(req.params.id) }, include: { parts: true } });
  res.json(row?.parts); // sink: http GET /items/:id
});
app.post('/items/:id/seen', async (req, res) => {
  const row = await prisma.item.update({
    where: { id: Number(req.params.id) },
    data: { note: 'seen' },
    include: { parts: true },
  });
  res.json(row.parts); // sink: http POST /items/:id/seen
});
app.post('/owners/:id/named', async (req, res) => {
  const where = { id: Number(req.params.id) };
  res.json(await prisma.owner.update({ where, data: { name: 'none' } })); // ok: without the items
});
app.get('/owners', async (_req, res) => {
  const rows = await prisma.owner.findMany({ select: { name: true, items: { select: { title: true } } } });
  res.json(rows); // sink: http GET /owners
});
app.get('/secrets', async (_req, res) => {
  res.json(await prisma.part.findMany({ select: { secret: true } })); // ok: another column
});
app.get('/names', async (_req, res) => {
  res.json(await prisma.owner.findMany()); // ok: rows of another model, without those that stand in them
});
app.get('/count', async (_req, res) => {
  res.json({ count: await prisma.item.count() }); // ok: how many there are says nothing of a title
});
