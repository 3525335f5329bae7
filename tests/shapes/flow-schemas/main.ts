// A schema gives back the members that it has, and leaves out what else it was given.
import { getItem } from '@acme/client';
import { change } from 'changes-things';
import express from 'express';
import * as v from 'valibot';
import { z } from 'zod';
import { Known, KnownPage, Page, Public, Spread, Tree } from './schemas';

const load = async (id: number) => ({ secret: (await getItem(id)).secret, title: 'none' }); // expect: call getItem
const app = express();

app.get('/known', async (_req, res) => {
  res.json(Known.parse(await load(1))); // proven: http GET /known ; sink: http GET /known
});
app.get('/known/safe', async (_req, res) => {
  const read = Known.partial().safeParse(await load(1));
  if (read.success) res.json(read.data); // proven: http GET /known/safe ; sink: http GET /known/safe
});
app.get('/known/page', async (_req, res) => {
  res.json(KnownPage.parse({ items: [await load(1)], total: 1 })); // proven: http GET /known/page ; sink: http GET /known/page
});
app.get('/known/later', async (_req, res) => {
  res.json(await Known.parseAsync(await load(1))); // proven: http GET /known/later ; sink: http GET /known/later
});
app.get('/loose', async (_req, res) => {
  res.json(Public.passthrough().parse(await load(1))); // proven: http GET /loose ; sink: http GET /loose
});
app.get('/either', async (_req, res) => {
  res.json(z.union([Public, Known]).parse(await load(1))); // proven: http GET /either ; sink: http GET /either
});
app.get('/spread', async (_req, res) => {
  res.json(Spread.extend({ ...Known.shape }).parse(await load(1))); // proven: http GET /spread ; sink: http GET /spread
});
app.get('/table', async (_req, res) => {
  res.json(z.record(z.string(), z.string()).parse(await load(1))); // proven: http GET /table ; sink: http GET /table
});
app.get('/valibot', async (_req, res) => {
  res.json(v.parse(v.object({ secret: v.string() }), await load(1))); // proven: http GET /valibot ; sink: http GET /valibot
});
const unknown = (schema: z.ZodTypeAny) => async () => schema.parse(await load(1));
app.get('/unknown', async (_req, res) => {
  res.json(await unknown(Known)()); // possible: http GET /unknown ; sink: http GET /unknown
});
app.get('/changed', async (_req, res) => {
  res.json(Public.parse(change({ title: (await getItem(3)).title }))); // possible: http GET /changed ; sink: http GET /changed ; expect: call getItem
});
app.get('/tree', async (_req, res) => {
  res.json(Tree.parse({ title: 'none', inner: { title: (await load(1)).secret } })); // proven: http GET /tree ; sink: http GET /tree
});

// good twins: schemas without that member
app.get('/public', async (_req, res) => {
  res.json(Public.parse(await load(2))); // ok: left out
});
app.get('/public/safe', async (_req, res) => {
  const read = Public.nullable().safeParse(await load(2));
  if (read.success) res.json(read.data); // ok: left out
});
app.get('/public/page', async (_req, res) => {
  res.json(Page.parse({ items: [await load(2)], total: 1 })); // ok: left out of the elements
});
app.get('/picked', async (_req, res) => {
  res.json(Known.pick({ title: true }).parse(await load(2))); // ok: left out
});
app.get('/omitted', async (_req, res) => {
  res.json(Known.omit({ secret: true }).parse(await load(2))); // ok: left out
});
app.get('/merged', async (_req, res) => {
  res.json(Public.merge(z.object({ more: z.string() })).parse(await load(2))); // ok: left out
});
app.get('/valibot/public', async (_req, res) => {
  res.json(v.parse(v.omit(v.object({ title: v.string(), secret: v.string() }), ['secret']), await load(2))); // ok: left out
});

// what a function makes of it: where it does not look, nothing; else nobody says what
const named = z.object({ title: z.string() }).transform((read) => ({ name: read.title }));
app.get('/turned', async (_req, res) => {
  res.json(named.parse(await getItem(4)).name); // possible: http GET /turned ; sink: http GET /turned ; expect: call getItem
});
app.get('/turned/before', async (_req, res) => {
  const read = z.preprocess((one: any) => ({ title: one.title }), Public);
  res.json(read.parse(await getItem(4))); // possible: http GET /turned/before ; sink: http GET /turned/before ; expect: call getItem
});
app.get('/turned/piped', async (_req, res) => {
  const read = z.string().transform(change).pipe(z.string());
  res.json(read.parse((await getItem(4)).title)); // possible: http GET /turned/piped ; sink: http GET /turned/piped ; expect: call getItem
});
app.get('/turned/beside', async (_req, res) => {
  const read = z.object({ title: z.string(), code: z.string().transform(() => 'none') });
  res.json(read.parse(await getItem(4))); // proven: http GET /turned/beside ; sink: http GET /turned/beside ; expect: call getItem
});
app.get('/turned/valibot', async (_req, res) => {
  res.json(v.parse(v.pipe(v.string(), v.transform((one) => one.trim())), (await getItem(4)).title)); // possible: http GET /turned/valibot ; sink: http GET /turned/valibot ; expect: call getItem
});
app.get('/turned/none', async (_req, res) => {
  const read = z.object({ title: z.string() }).transform(() => ({ done: true }));
  res.json(read.parse(await getItem(5))); // expect: call getItem ; reach: contained
});
app.get('/turned/member', async (_req, res) => {
  const read = z.object({ title: z.string().transform((_title) => 'none') });
  res.json(read.parse(await getItem(5))); // expect: call getItem ; reach: contained
});
app.get('/turned/secret', async (_req, res) => {
  const read = Public.transform((one) => ({ ...one }));
  res.json(read.parse(await load(2))); // ok: left out before
});
