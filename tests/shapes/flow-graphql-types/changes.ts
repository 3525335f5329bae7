import { GraphQLString } from 'graphql';
import { getItem } from '@acme/client';

const itemChanges = {
  rename: {
    type: GraphQLString,
    async resolve(_: unknown, { id }: { id: number }) {
      const item = await getItem(id); // expect: call getItem
      return { title: item.title }; // sink: http POST rename
    },
  },
};
const add = { type: GraphQLString, resolve: () => getItem(4) }; // expect: call getItem ; sink: http POST add

export const changes = { add, ...itemChanges };
