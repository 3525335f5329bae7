// Some frameworks answer with the message of whatever a handler throws: GraphQL, tRPC, Fastify. What is caught is not shown.
import { ApolloServer } from '@apollo/server';
import { initTRPC } from '@trpc/server';
import { getItem } from '@acme/client';
import Fastify from 'fastify';

async function load(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: renders
  if (!item.tracks) throw new Error(`nothing on ${item.title}`);
  return { ok: true };
}
async function quiet(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: decides
  if (!item.tracks) throw new Error('nothing');
  return { ok: true };
}
async function caught(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: decides
  try {
    if (!item.tracks) throw new Error(`nothing on ${item.title}`); // sink: control
  } catch {
    console.log('nothing');
  }
}

export const server = new ApolloServer({
  typeDefs: 'type Query { own: Boolean, below: Boolean, quiet: Boolean, caught: Boolean }',
  resolvers: {
    Query: {
      own: async () => {
        const item = await getItem(4); // expect: call getItem ; reach: renders
        if (!item.id) throw new Error(item.title); // sink: http POST Query.own ; possible: http POST Query.own
        return true;
      },
      below: async () => load(1), // sink: http POST Query.below
      quiet: async () => quiet(2), // sink: http POST Query.quiet
      caught: async () => {
        await caught(3);
        return true; // ok: nothing of it
      },
    },
  },
});

const t = initTRPC.create();
export const router = t.router({ item: t.procedure.query(() => load(5)) }); // sink: http QUERY item

const app = Fastify();
app.get('/items', async () => {
  await load(6); // sink: http GET /items
  return { ok: true };
});
