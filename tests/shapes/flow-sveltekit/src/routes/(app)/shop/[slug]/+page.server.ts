import { redirect } from '@sveltejs/kit';
import { getItem } from '@acme/client';
import { item } from '$lib/server/items';

export const load = async () => {
  const found = await item(3);
  const moved = await getItem(4); // expect: call getItem
  if (found.id < 0) redirect(302, `/shop/${moved.title}`); // sink: http GET /shop/[slug]
  return { title: found.title }; // sink: http GET /shop/[slug]
};

export const actions = {
  rename: async () => {
    const found = await getItem(5); // expect: call getItem
    return { title: found.title }; // sink: http POST /shop/[slug]
  },
};
