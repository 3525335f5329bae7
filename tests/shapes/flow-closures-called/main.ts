// What a function inside of another one calls is what the call of the outer one gave, also where the inner one is called
// with the value.
import { getItem } from '@acme/client';
import express from 'express';

function each({ items, show }: { items: any[]; show: (item: any) => void }) {
  const one = (item: any) => show(item);
  for (const item of items) one(item);
}

const app = express();
app.get('/shown', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  each({ items: [item], show: (shown) => res.json(shown) }); // sink: http GET /shown ; proven: http GET /shown
});
app.get('/told', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  each({ items: [item], show: (told) => console.log(told) }); // sink: log ; proven: log
  res.end();
});
