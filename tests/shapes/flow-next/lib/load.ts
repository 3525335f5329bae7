import { getItem } from '@acme/client';

export const load = async (id: number) => {
  const item = await getItem(id); // expect: call getItem ; reach: renders
  return { title: item.title, size: item.tracks.length };
};
