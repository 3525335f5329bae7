// GraphQL: the context of each request is given to the resolvers; a loader gives what its batches give.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import { getItem, findItems } from '@acme/client';

interface Context {
  loaders: { item: DataLoader<number, unknown>; other: DataLoader<number, unknown> };
  items: Items;
}
class Items {
  async search(text: string) {
    return findItems(text); // expect: call findItems ; reach: renders
  }
}
const resolvers = {
  Query: {
    item: (_: unknown, { id }: { id: number }, { loaders }: Context) => loaders.item.load(id), // sink: http POST Query.item
    items: async (_: unknown, { ids }: { ids: number[] }, context: Context) => context.loaders.item.loadMany(ids), // sink: http POST Query.items
    search: (_: unknown, { text }: { text: string }, { items }: Context) => items.search(text), // sink: http POST Query.search
    other: (_: unknown, { id }: { id: number }, { loaders }: Context) => loaders.other.load(id), // ok: another loader
  },
};
const context = async (): Promise<Context> => ({
  loaders: {
    item: new DataLoader(async (ids: readonly number[]) => Promise.all(ids.map((id) => getItem(id)))), // expect: call getItem ; reach: renders
    other: new DataLoader(async (ids: readonly number[]) => ids.map((id) => ({ id }))),
  },
  items: new Items(),
});
startStandaloneServer(new ApolloServer<Context>({ typeDefs: '', resolvers }), { context });
