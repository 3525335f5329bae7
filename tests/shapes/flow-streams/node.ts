// What is put into a stream is what comes out of it: of that stream, and through those that it is piped into.
import { findItems, getItem } from '@acme/client';
import express from 'express';
import { Readable, Transform, PassThrough, pipeline } from 'node:stream';
import { pipeline as piped } from 'node:stream/promises';
import { parse } from 'some-parser';

const app = express();
app.get('/a', async (_req, res) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: renders
  Readable.from(rows).pipe(res); // sink: http GET /a
});
app.get('/b', async (_req, res) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: renders
  pipeline(
    Readable.from(rows),
    new Transform({
      objectMode: true,
      transform(chunk, _enc, cb) {
        cb(null, JSON.stringify(chunk));
      },
    }),
    res, // sink: http GET /b
    () => {},
  );
});
app.get('/c', async (_req, res) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: renders
  const source = Readable.from(rows);
  const out: unknown[] = [];
  for await (const row of source) out.push(row.title);
  res.json(out); // sink: http GET /c
});
app.get('/d', async (_req, res) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: renders
  const source = Readable.from(rows);
  source.on('data', (row) => {
    res.write(row.title); // sink: http GET /d
  });
  source.on('end', () => res.end());
  source.on('error', (failed) => console.error(failed)); // ok: no element of it
});
app.get('/e', async (_req, res) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: renders
  await piped(Readable.from(rows), res); // sink: http GET /e
});
app.get('/f', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const pass = new PassThrough();
  pass.write(item.title);
  pass.end();
  pass.pipe(res); // sink: http GET /f
});
app.get('/g', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const s = new Readable({ read() {} });
  s.push(item.title);
  s.push(null);
  s.pipe(res); // sink: http GET /g
});
app.get('/h', async (_req, res) => {
  await getItem(1); // expect: call getItem ; reach: contained
  Readable.from(['a']).pipe(res); // ok: nothing of it
});
class Upper extends Transform {
  _transform(chunk: any, _enc: any, cb: any) {
    this.push(chunk.title);
    cb();
  }
}
app.get('/i', async (_req, res) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: renders
  Readable.from(rows).pipe(new Upper()).pipe(res); // sink: http GET /i
});
app.get('/j', async (_req, res) => {
  async function* gen() {
    yield await getItem(1); // expect: call getItem ; reach: renders
  }
  Readable.from(gen()).pipe(res); // sink: http GET /j
});
app.get('/unknown', async (_req, res) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: renders
  Readable.from(rows).pipe(parse()).pipe(res); // sink: http GET /unknown ; possible: http GET /unknown
});
app.get('/lost', async (_req, res) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: escapes
  Readable.from(rows).pipe(parse()); // escape: unmodelled-code
  Readable.from(['a']).pipe(res); // ok: another stream
});
app.get('/counted', async (_req, res) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: decides
  const empty = new Transform({
    transform(chunk, _encoding, done) {
      if (chunk.title) done(null, 'a title'); // sink: control
      else done();
    },
  });
  Readable.from(rows).pipe(empty).pipe(res); // ok: another text
});
