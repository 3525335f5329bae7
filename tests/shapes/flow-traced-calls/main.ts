// What a wrapper makes of one function is mounted as a handler, what it makes of another one is called by the code: of
// that nothing is answered by the wrapper's own `return`.
import { getItem } from '@acme/client';
import Fastify from 'fastify';
import { named, traced } from './tracing';

const app = Fastify();

app.get('/count', async () => {
  const found = await traced('count')(() => getItem(1))(); // expect: call getItem ; reach: contained
  console.log(found.title); // proven: log ; sink: log
  return { ok: true };
});
app.get('/kept', async () => {
  const found = await twice(async () => traced('kept')(() => getItem(2))()); // expect: call getItem ; reach: contained
  console.log(found.title); // proven: log ; sink: log
  return { ok: true };
});
app.get('/fine', named('fine', async () => ({ fine: true })));
app.get('/plain', traced('plain')(async () => ({ fine: true })));
app.get('/item', named('item', async () => getItem(3))); // expect: call getItem ; reach: renders
app.get('/one', traced('one')(async () => getItem(4))); // expect: call getItem ; reach: renders

const both = traced('both')(async (_request: unknown) => getItem(5)); // expect: call getItem ; reach: renders
app.get('/both', both);
app.get('/other', async () => {
  const found = await both(null);
  return { title: found.title }; // proven: http GET /other ; sink: http GET /other
});

async function twice<T>(work: () => Promise<T>): Promise<T> {
  return work();
}
app.listen({ port: 3000 });

const listed =
  (target: () => Promise<unknown>) =>
  (...args: unknown[]) =>
    target.apply(null, args as []); // sink: http GET /first ; proven: http GET /first
const [first] = [async () => getItem(6)].map((one) => listed(one)); // expect: call getItem ; reach: renders
app.get('/first', first); // the list holds what `map` was given back
app.get('/second', listed(async () => ({ fine: true })));
