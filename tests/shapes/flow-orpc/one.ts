import { getItem } from '@acme/client';

export const handleOne = async ({ input }: { input: { id: number } }) => {
  const item = await getItem(input.id); // expect: call getItem ; reach: renders
  return { title: item.title }; // sink: http PROCEDURE items.one ; proven: http PROCEDURE items.one
};
