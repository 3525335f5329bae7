// A class may extend what a call of outside code made: nobody knows what that does with what `new` is given.
import { getItem } from '@acme/client';
import express from 'express';
import { define } from 'models-elsewhere';

const Base = define('items');
class Item extends Base {
  label = 'item';
  kind() {
    return 'plain';
  }
}
class Plain {
  label = 'plain';
}
const app = express();
app.get('/given', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(new Item({ title: item.title })); // sink: http GET /given ; possible: http GET /given
});
app.get('/kind', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  res.json(new Item({ title: item.title }).kind());
});
app.get('/plain', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: contained
  res.json(new (Plain as any)({ title: item.title }));
});
app.listen(1);
