// Code outside of the tree of which nothing is known runs steps: what a step gives back or throws may be kept there.
import { getItem } from '@acme/client';
import { serve } from '@steps/workflow/nextjs';

const told = <T>(value: T): T => value;

export const { POST } = serve<{ id: number }>(async (context) => {
  const { id } = context.requestPayload;

  await context.run('give-back', async () => { // escape: unresolved-call
    const item = await getItem(id); // expect: call getItem ; reach: escapes
    return told({ name: item.name });
  });

  await context.run('throw', async () => { // escape: unresolved-call
    const item = await getItem(id); // expect: call getItem ; reach: escapes
    if (item.error) {
      throw new Error(item.error.message);
    }
  });

  await context.run('nothing', async () => {
    await getItem(id); // expect: call getItem ; reach: contained
    return told({ id });
  });
});
