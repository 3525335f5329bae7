import { createServer } from 'node:http';
import http from 'node:http';
import { getItem } from '@acme/client';

Deno.serve(async () => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  return Response.json({ title: item.title }); // sink: http ALL /* ; proven: http ALL /*
});
Deno.serve({ port: 8000 }, shown);
async function shown(_request: Request) {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  return new Response(item.title); // sink: http ALL /*
}
createServer(async (_request, response) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  response.end(item.title); // sink: http ALL /* ; proven: http ALL /*
}).listen(1);
http.createServer(async (_request, response) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  response.end(item.title); // sink: http ALL /* ; proven: http ALL /*
}).listen(2);
