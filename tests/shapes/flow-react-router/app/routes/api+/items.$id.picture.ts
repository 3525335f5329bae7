// Files of routes (React Router, Remix): a request is answered with what a loader or an action gives back.
import { getItem } from '@acme/client';

export async function loader({ params }: { params: { id: string } }) {
  const found = await getItem(Number(params.id)); // expect: call getItem
  if (!found) return new Response(null, { status: 404 });
  return new Response(found.picture); // sink: http GET /api/items/:id/picture
}

export const title = async () => (await getItem(1)).title; // expect: call getItem ; escape: unresolved-call
