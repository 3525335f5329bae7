// A `finally` that leaves by itself takes the place of what was returned or thrown before; one that may fall through does not.
import { getItem } from '@acme/client';
import express from 'express';

async function lost(id: number) {
  try {
    return await getItem(id); // expect: call getItem ; reach: contained
  } finally {
    return 1;
  }
}
async function swallowed(id: number) {
  try {
    throw await getItem(id); // expect: call getItem ; reach: contained
  } finally {
    if (id > 3) return 1;
    else return 2;
  }
}
async function kept(id: number) {
  try {
    return await getItem(id); // expect: call getItem ; reach: renders
  } finally {
    console.log('done');
  }
}
async function maybe(id: number) {
  try {
    return await getItem(id); // expect: call getItem ; reach: renders
  } finally {
    if (id > 3) return 1;
  }
}
async function instead(id: number) {
  try {
    return 1;
  } finally {
    return await getItem(id); // expect: call getItem ; reach: renders
  }
}
async function inside(id: number) {
  try {
    return [id].map(async (one) => { return getItem(one); })[0]; // expect: call getItem ; reach: renders
  } finally {
    try {
      console.log(id);
    } finally {
      console.log('done');
    }
  }
}
const app = express();
app.get('/lost', async (_req, res) => {
  res.json(await lost(1)); // ok: what `finally` returns
});
app.get('/swallowed', async (_req, res) => {
  try {
    res.json(await swallowed(1)); // ok: what `finally` returns
  } catch (error) {
    res.json(error); // ok: nothing is thrown
  }
});
app.get('/kept', async (_req, res) => {
  res.json(await kept(1)); // sink: http GET /kept
});
app.get('/maybe', async (_req, res) => {
  res.json(await maybe(1)); // sink: http GET /maybe
});
app.get('/instead', async (_req, res) => {
  res.json(await instead(1)); // sink: http GET /instead
});
app.get('/inside', async (_req, res) => {
  res.json(await inside(1)); // sink: http GET /inside
});
