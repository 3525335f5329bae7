// What a runtime calls: the handler that a file exports and no other takes, and those that Bun and Deno are given.
import { getItem } from '@acme/client';

async function titled(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: renders
  return item.title;
}
export default {
  async fetch(request: Request): Promise<Response> {
    const id = Number(new URL(request.url).searchParams.get('id'));
    return Response.json({ title: await titled(id) }); // sink: http ALL /* ; proven: http ALL /*
  },
  async scheduled() {
    await getItem(1); // expect: call getItem ; reach: contained
  },
};
