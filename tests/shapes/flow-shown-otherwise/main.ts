// What is shown in other ways than by an answer's body: templates, headers, notifications, the clipboard.
import { getItem } from '@acme/client';
import * as Sentry from '@sentry/node';
import express from 'express';
import { Hono } from 'hono';
import { PostHog } from 'posthog-node';
import winston from 'winston';

const load = () => getItem(1); // expect: call getItem
const app = express();
const hono = new Hono();
const hog = new PostHog('key');

app.get('/page', async (_req, res) => {
  res.render('item', { item: await load() }); // sink: http GET /page
});
hono.get('/head', async (c) => {
  c.header('x-title', (await load()).title); // sink: http GET /head
  return c.body(null);
});
app.post('/told', async (_req, res) => {
  const { title } = await load();
  hog.capture({ distinctId: '1', event: 'seen', properties: { title } }); // sink: log
  winston.info(title); // sink: log
  Sentry.captureMessage(title); // sink: log
  res.sendStatus(204);
});
export async function tell() {
  const { title } = await load();
  new Notification(title); // sink: view
  await navigator.clipboard.writeText(title); // sink: view
}

app.get('/empty', async (_req, res) => {
  await load();
  res.render('item', { item: null }); // ok: nothing of it
});
hono.get('/plain', async (c) => {
  await load();
  c.header('x-title', 'none'); // ok: a text of its own
  return c.body(null);
});
app.post('/other', async (_req, res) => {
  await load();
  winston.info('seen'); // ok: a text of its own
  res.sendStatus(204);
});
void tell();
