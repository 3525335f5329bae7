// What a program of the shell does with what it is given nobody knows; what it says may be of that.
import { getItem } from '@acme/client';
import express from 'express';
import { exec, execFile, execSync } from 'node:child_process';

const app = express();
app.get('/file', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: escapes
  execFile('show', [item.title], () => {}); // escape: unmodelled-code
  res.end();
});
app.get('/text', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: escapes
  exec(`show ${item.title}`, () => {}); // escape: unmodelled-code
  res.end();
});
app.get('/said', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.send(execSync(`show ${item.title}`)); // possible: http GET /said ; sink: http GET /said
});
app.get('/nothing', async (_req, res) => {
  await getItem(4); // expect: call getItem ; reach: contained
  execFile('show', ['none'], () => {}); // ok: nothing of it
  res.end();
});
