// What a loader throws is its answer where that is one: a redirect, a response, data with a status; errors are hidden.
import { getItem } from '@acme/client';
import { data, redirect } from 'react-router';
import { movedTo } from '../../../lib/moving';

export async function loader({ params, request }) {
  const item = await getItem(Number(params.id)); // expect: call getItem
  if (request.url.includes('old')) {
    throw redirect(new URL(request.url).pathname.replace(params.id, item.slug)); // possible: http GET /orders/:id ; sink: http GET /orders/:id
  }
  if (request.url.includes('gone')) {
    throw data({ title: item.title }, { status: 410 }); // possible: http GET /orders/:id ; sink: http GET /orders/:id
  }
  if (request.url.includes('shut')) {
    throw new Response(item.reason, { status: 403 }); // possible: http GET /orders/:id ; sink: http GET /orders/:id
  }
  movedTo(item.place); // possible: http GET /orders/:id ; sink: http GET /orders/:id
  return null;
}

export async function action({ params }) {
  const item = await getItem(Number(params.id)); // expect: call getItem ; reach: decides
  if (item.withheld) {
    throw new Error(`no ${item.title}`);
  }
  return null; // sink: http POST /orders/:id
}
