// Libraries that make one value of another: dates, texts, tokens, results. What only decides or identifies shows nothing.
import { getItem } from '@acme/client';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import clsx from 'clsx';
import { formatISO, isBefore, parseISO } from 'date-fns';
import dayjs from 'dayjs';
import express from 'express';
import * as E from 'fp-ts/Either';
import { SignJWT } from 'jose';
import jwt from 'jsonwebtoken';
import { err, ok, type Result } from 'neverthrow';
import sanitizeHtml from 'sanitize-html';
import slugify from 'slugify';
import superjson from 'superjson';
import { v4, v5 } from 'uuid';

const load = () => getItem(1); // expect: call getItem
const app = express();

app.get('/dates', async (_req, res) => {
  const { released } = await load();
  res.json({ at: formatISO(parseISO(released)) }); // proven: http GET /dates ; sink: http GET /dates
});
app.get('/days', async (_req, res) => {
  const { released } = await load();
  res.send(dayjs(released).add(1, 'day').format('YYYY')); // proven: http GET /days ; sink: http GET /days
});
app.get('/slugs', async (_req, res) => {
  const { title } = await load();
  res.send(slugify(sanitizeHtml(title))); // proven: http GET /slugs ; sink: http GET /slugs
});
app.get('/classes', async (_req, res) => {
  const { kind } = await load();
  res.send(clsx('item', kind)); // proven: http GET /classes ; sink: http GET /classes
});
app.get('/packed', async (_req, res) => {
  res.send(superjson.stringify(await load())); // proven: http GET /packed ; sink: http GET /packed
});
app.get('/names', async (_req, res) => {
  const { title } = await load();
  res.send(v5(title, v5.URL)); // proven: http GET /names ; sink: http GET /names
});
app.get('/tokens', async (_req, res) => {
  const { title } = await load();
  res.send(jwt.sign({ title }, 'key')); // proven: http GET /tokens ; sink: http GET /tokens
});
app.get('/tokens/signed', async (_req, res) => {
  const { title } = await load();
  res.send(await new SignJWT({ title }).setIssuedAt().sign(new Uint8Array())); // proven: http GET /tokens/signed ; sink: http GET /tokens/signed
});

async function found(): Promise<Result<{ title: string; code: string }, string>> {
  const item = await load();
  return Math.random() > 0.5 ? ok({ title: item.title, code: 'none' }) : err('none');
}
app.get('/results', async (_req, res) => {
  const shown = (await found()).map((item) => item.title);
  res.send(shown.unwrapOr('none')); // proven: http GET /results ; sink: http GET /results
});
app.get('/results/matched', async (_req, res) => {
  const shown = (await found()).match((item) => item.title, (error) => error);
  res.send(shown); // proven: http GET /results/matched ; sink: http GET /results/matched
});
const either = async () => {
  const { title } = await load();
  return Math.random() > 0.5 ? E.right({ title, code: 'none' }) : E.left('none');
};
app.get('/either', async (_req, res) => {
  const item = await either();
  if (E.isRight(item)) res.send(item.right.title); // proven: http GET /either ; sink: http GET /either
});

const server = new McpServer({ name: 'items', version: '1' });
server.tool('show_item', async () => {
  const { title } = await load();
  return { content: [{ type: 'text', text: title }] }; // proven: http TOOL /show_item ; sink: http TOOL /show_item
});
server.registerResource('items', 'items://all', {}, async (uri) => {
  const { title } = await load();
  return { contents: [{ uri: uri.href, text: title }] }; // proven: http RESOURCE /items ; sink: http RESOURCE /items
});

// good twins
app.get('/old', async (_req, res) => {
  const { released } = await load();
  res.json({ old: isBefore(parseISO(released), new Date()) }); // proven: http GET /old ; sink: http GET /old
});
app.get('/ids', async (_req, res) => {
  await load();
  res.send(v4()); // ok: an identifier of our own
});
app.get('/results/codes', async (_req, res) => {
  const shown = (await found()).map((item) => item.code);
  res.send(shown.unwrapOr('none')); // ok: another part
});
app.get('/results/errors', async (_req, res) => {
  const shown = await found();
  res.send(shown._unsafeUnwrapErr()); // ok: not what was found
});
app.get('/either/left', async (_req, res) => {
  const item = await either();
  if (E.isLeft(item)) res.send(item.left); // ok: not what was found
});
