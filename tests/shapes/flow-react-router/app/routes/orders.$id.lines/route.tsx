// A folder whose file has the name that routes of Next.js have: the package wants React Router.
import { getItem } from '@acme/client';
import { useLoaderData } from 'react-router';

export const loader = async ({ params }) => {
  const item = await getItem(Number(params.id)); // expect: call getItem
  return { lines: item.lines }; // proven: http GET /orders/:id/lines ; sink: http GET /orders/:id/lines
};

export async function GET() { // escape: unresolved-call
  return Response.json(await getItem(1)); // expect: call getItem ; reach: escapes
}

export default function Lines() {
  const { lines } = useLoaderData<typeof loader>();
  return <p>{lines}</p>; // proven: view page /orders/:id/lines ; sink: view page /orders/:id/lines
}
