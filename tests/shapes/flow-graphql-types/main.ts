// Types whose fields are given as a function, so that types may name each other; fields may come from other files.
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { getItem } from '@acme/client';
import { changes } from './changes';

const Item = new GraphQLObjectType({
  name: 'Item',
  fields: () => ({
    title: { type: GraphQLString, resolve: async () => (await getItem(1)).title }, // expect: call getItem ; sink: http POST title
    related: { type: Item, resolve: (_: unknown, args: { id: number }) => getItem(args.id) }, // expect: call getItem ; sink: http POST related
    seen: {
      type: GraphQLString,
      async resolve() {
        await getItem(2); // expect: call getItem ; reach: contained
        return 'seen'; // ok: nothing of the item
      },
    },
  }),
});

const Mutation = new GraphQLObjectType({
  name: 'Mutation',
  fields: () => {
    return changes;
  },
});

const asides = () => ({ fields: { resolve: () => getItem(3) } }); // expect: call getItem ; reach: contained
void asides().fields.resolve(); // ok: what it gives is in no type, and nobody looks at it

export const schema = new GraphQLSchema({ query: Item, mutation: Mutation });
