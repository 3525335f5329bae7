// A model calls the tools that it is given, and is told what they give; what nobody calls is none of them.
import { getItem } from '@acme/client';
import { generateText, tool } from 'ai';
import { z } from 'zod';
import { keep } from './keep';

const lookup = (label: string) =>
  tool({
    description: label,
    inputSchema: z.object({ id: z.number() }),
    execute: async ({ id }) => {
      const item = await getItem(id); // expect: call getItem
      return { title: item.title }; // proven: request ; sink: request
    },
  });

export async function answer(prompt: string) {
  const { text } = await generateText({
    prompt,
    tools: {
      lookup: lookup('an item'),
      isThere: {
        execute: async ({ id }: { id: number }) => {
          const item = await getItem(id); // expect: call getItem ; reach: decides
          return { there: item !== null }; // sink: request
        },
      },
      last: { execute: async () => (await getItem(3)).title }, // expect: call getItem ; proven: request ; sink: request
    },
  });
  return text.length;
}

keep({
  execute: async () => { // escape: unresolved-call
    const item = await getItem(4); // expect: call getItem
    return item.title;
  },
});
void answer('what is there?');
