// Resolvers answer under the names of their types and fields, in objects, in types that are made by hand, and in classes.
import { ApolloServer } from '@apollo/server';
import { GraphQLObjectType, GraphQLString } from 'graphql';
import { createSchema } from 'graphql-yoga';
import { FieldResolver, Query, Resolver } from 'type-graphql';
import { getItem } from '@acme/client';

const resolvers = {
  Query: {
    item: async (_: unknown, { id }: { id: number }) => getItem(id), // expect: call getItem ; sink: http POST Query.item
    seen: async () => {
      await getItem(1); // expect: call getItem ; reach: contained
      return true; // ok: nothing of the item
    },
  },
  Item: {
    title: async () => (await getItem(2)).title, // expect: call getItem ; sink: http POST Item.title
  },
};
new ApolloServer({ typeDefs: '', resolvers });

createSchema({ typeDefs: '', resolvers: [{ Query: { page: () => getItem(3) } }] }); // expect: call getItem ; sink: http POST Query.page

export const type = new GraphQLObjectType({
  name: 'Query',
  fields: { made: { type: GraphQLString, resolve: async () => (await getItem(4)).title } }, // expect: call getItem ; sink: http POST made
});

@Resolver()
export class Items {
  @Query(() => String)
  async decorated() {
    return getItem(5); // expect: call getItem ; sink: http POST decorated
  }

  @FieldResolver()
  async field() {
    return (await getItem(6)).title; // expect: call getItem ; sink: http POST field
  }
}
