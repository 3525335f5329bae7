import { error, json } from '@sveltejs/kit';
import { getItem } from '@acme/client';
import { item } from '$lib/server/items';

export async function GET({ params }: { params: { id: string } }) {
  return json(await item(Number(params.id))); // sink: http GET /api/items/[id]
}

export const POST = async () => {
  const found = await getItem(1); // expect: call getItem
  if (!found) error(404, 'gone'); // sink: control
  return new Response('seen');
};

export function helper() { // escape: unresolved-call
  return getItem(2); // expect: call getItem ; reach: escapes
}
