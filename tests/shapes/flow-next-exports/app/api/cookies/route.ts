import { cookies } from 'next/headers';
import { getItem } from '@acme/client';

export async function POST() {
  const item = await getItem(4); // expect: call getItem
  (await cookies()).set('title', item.title); // sink: http POST /api/cookies
  return new Response('seen'); // ok: a text of its own
}
