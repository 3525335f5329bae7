// A function that is called on an object, by a name that the call gives for a member.
import { getItem } from '@acme/client';
import express from 'express';
const app = express();
function member(this: any, name: string) {
  return this[name];
}
app.get('/call', async (req, res) => {
  const item = await getItem(1); // expect: call getItem
  res.json(member.call({ a: item, b: 'x' }, 'b')); // sink: http GET /call ; possible: http GET /call
});
app.get('/call/a', async (req, res) => {
  const item = await getItem(2); // expect: call getItem
  res.json(member.call({ a: item, b: 'x' }, 'a')); // sink: http GET /call/a ; proven: http GET /call/a
});
app.get('/bind', async (req, res) => {
  const item = await getItem(3); // expect: call getItem
  res.json(member.bind({ a: item, b: 'x' })('b')); // sink: http GET /bind ; possible: http GET /bind
});
app.get('/bind/a', async (req, res) => {
  const item = await getItem(4); // expect: call getItem
  res.json(member.bind({ a: item, b: 'x' })('a')); // sink: http GET /bind/a ; proven: http GET /bind/a
});
app.get('/bound', async (req, res) => {
  const item = await getItem(5); // expect: call getItem
  res.json(member.bind({ a: item, b: 'x' }, 'a')()); // sink: http GET /bound ; proven: http GET /bound
});
