// Where the code has just found that there is nothing, what was read of it is not there; and an error is none of a class
// that it was not made of. What comes from another run, another round or a later call may be there all the same.
import { getItem } from '@acme/client';
import express from 'express';
import { OtherError } from 'other-errors';
import { BaseError, NoTitle, aside, isNamedOurs, isOurs, pick } from './parts';

const app = express();
app.get('/read/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  const title = item?.title ?? 'none';
  if (item) { // sink: control
    res.json({ found: true });
    return;
  }
  res.json(title); // ok: there is no item
});
app.get('/picked/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  const { names } = pick(item);
  if (item !== null && req.query.all) {
    res.json(names); // sink: http GET /picked/:id
  } else if (item === null) {
    res.json({ names }); // ok: no names of an item
  } else {
    res.json({ some: names }); // sink: http GET /picked/:id
  }
});
app.get('/later/:id', async (req, res) => {
  let item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: decides
  if (!item) {
    item = await getItem(2); // expect: call getItem ; reach: renders
    res.json(item.title); // sink: http GET /later/:id
  }
  console.log(item.id); // sink: log
});
app.get('/until/:id', async (req, res) => {
  let item = null;
  while (!item) {
    item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
    res.write(item.title); // sink: http GET /until/:id
  }
  res.end();
});
app.get('/rounds/:ids', async (req, res) => {
  let last = { title: 'none' };
  for (const id of req.params.ids.split(',')) {
    const item = await getItem(Number(id)); // expect: call getItem ; reach: renders
    if (!item) {
      res.write(last.title); // sink: http GET /rounds/:ids
      continue;
    }
    last = item;
  }
  res.end();
});
const seen: { title: string }[] = [];
app.get('/seen/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  seen.push(item);
  if (!item) res.json(seen[0].title); // sink: http GET /seen/:id
  else res.sendStatus(204);
});
app.get('/thrown/:id', async (req, res) => {
  try {
    const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
    if (item.title) throw new NoTitle(item.title);
    throw new Error(item.kind);
  } catch (error) {
    if (error instanceof BaseError) {
      res.json(error.told); // sink: http GET /thrown/:id
      return;
    }
    res.json({ told: error.told }); // ok: NoTitle is a BaseError, and no other error has that
  }
});
app.get('/plain/:id', async (req, res) => {
  try {
    const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
    throw new Error(item.title);
  } catch (error) {
    if (error instanceof BaseError) res.json(error.message); // ok: it is a plain one
    else if (error instanceof OtherError) res.json({ other: error.message }); // ok: nor one from outside
    else res.json({ plain: error instanceof Error ? error.message : String(error) }); // sink: http GET /plain/:id
  }
});
app.get('/guarded/:id', async (req, res) => {
  try {
    const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
    throw new NoTitle(item.title);
  } catch (error) {
    if (!isOurs(error)) res.json(error.message); // ok: it is one of ours
    else if (error instanceof OtherError) res.json({ other: error.message }); // ok: that is another class
    else res.json({ ours: error.message }); // sink: http GET /guarded/:id
  }
});
app.get('/one-of-two/:id', async (req, res) => {
  try {
    const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
    if (item.kind) throw aside(item.title);
    throw new NoTitle(item.title);
  } catch (error) {
    if (error instanceof BaseError) res.json(error.message); // sink: http GET /one-of-two/:id
    else res.json({ aside: error.message }); // sink: http GET /one-of-two/:id
  }
});
app.get('/in-a-text/:id', async (req, res) => {
  try {
    const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
    throw new NoTitle(item.title);
  } catch (caught) {
    const error = caught instanceof Error ? caught : new Error(String(caught));
    if (isOurs(error)) {
      res.json({ ours: error.message }); // sink: http GET /in-a-text/:id
      return;
    }
    res.json({ other: `${error.name}: ${error.message}` }); // ok: it is one of ours, and no text
  }
});
app.get('/guarded/by-name/:id', async (req, res) => {
  try {
    const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
    throw new NoTitle(item.title);
  } catch (error) {
    if (!isNamedOurs(error)) res.json(error.message); // ok: it is one of ours
    else res.json({ ours: error.message }); // sink: http GET /guarded/by-name/:id
  }
});
