// Sentry: functions that it runs give what they return, and what is told to it is a log.
import { getItem } from '@acme/client';
import * as Sentry from '@sentry/node';
import express from 'express';

Sentry.init({ dsn: process.env.DSN });
const load = () => getItem(1); // expect: call getItem
const app = express();

app.get('/scoped', async (_req, res) => {
  const title = await Sentry.withScope(async (scope) => {
    const found = await load();
    scope.setTag('title', found.title); // sink: log
    scope.setTag('seen', 'yes'); // ok: a text of its own
    return found.title;
  });
  res.send(title); // sink: http GET /scoped
});
app.get('/apart', async (_req, res) => {
  const found = await Sentry.withIsolationScope(() => load());
  Sentry.getCurrentScope().setContext('item', found); // sink: log
  res.sendStatus(204);
});
app.get('/none', async (_req, res) => {
  await Sentry.withScope(() => load());
  await Sentry.flush(10);
  res.send('none'); // ok: nothing of it
});
