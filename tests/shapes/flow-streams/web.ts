// Streams of the web: what their controllers and writers are given.
import { serve } from '@hono/node-server';
import { findItems, getItem } from '@acme/client';
import { Hono } from 'hono';

const app = new Hono();
app.get('/a', async () => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(item.title);
      controller.close();
    },
  });
  return new Response(stream); // sink: http GET /a
});
app.get('/b', async () => {
  const rows = await findItems('x'); // expect: call findItems ; reach: renders
  const { readable, writable } = new TransformStream();
  const writer = writable.getWriter();
  for (const row of rows) writer.write(row.title);
  writer.close();
  return new Response(readable); // sink: http GET /b
});
app.get('/c', async (c) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: renders
  const source = new ReadableStream({
    pull(controller) {
      for (const row of rows) controller.enqueue(row);
    },
  });
  const stream = source.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        controller.enqueue(chunk.title);
      },
    }),
  );
  return new Response(stream); // sink: http GET /c
});
app.get('/d', async (c) => {
  const rows = await findItems('x'); // expect: call findItems ; reach: renders
  const source = new ReadableStream({
    start(controller) {
      for (const row of rows) controller.enqueue(row);
    },
  });
  const reader = source.getReader();
  const { value } = await reader.read();
  return c.json(value); // sink: http GET /d
});
app.get('/e', async (c) => {
  await getItem(1); // expect: call getItem ; reach: contained
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue('x');
    },
  });
  return new Response(stream); // ok: nothing of it
});
serve(app);
