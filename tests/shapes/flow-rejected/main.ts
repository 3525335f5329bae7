// What a promise is rejected with goes by other ways than what it gives: to the second function of `then`, to `catch`,
// through `finally` and `Promise.all`, to the reason of a settled one.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();

app.get('/second', (_req, res) => {
  getItem(1) // expect: call getItem
    .then((item) => {
      throw new Error(item.title);
    })
    .then(
      () => res.json({}), // ok: it did not fail
      (error) => res.json({ why: error.message }) // sink: http GET /second
    );
});
app.get('/settled', async (_req, res) => {
  const [one] = await Promise.allSettled([
    getItem(2).then((item) => Promise.reject(item)), // expect: call getItem
  ]);
  if (one.status === 'rejected') {
    res.json(one.reason); // sink: http GET /settled
    return;
  }
  res.json(one.value); // ok: nothing of it
});
app.get('/all', async (_req, res) => {
  try {
    const found = await Promise.all([
      getItem(3) // expect: call getItem
        .then((item) => {
          throw item;
        })
        .finally(() => {}),
    ]);
    res.json(found); // ok: it is never there
  } catch (error) {
    res.json(error); // sink: http GET /all
  }
});
app.get('/passed', (_req, res) => {
  getItem(4) // expect: call getItem
    .then((item) => Promise.reject(item))
    .then((nothing) => res.json(nothing)); // ok: what is rejected gives nothing
});
