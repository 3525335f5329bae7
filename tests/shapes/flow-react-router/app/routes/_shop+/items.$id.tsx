import { getItem } from '@acme/client';
import { data, useLoaderData } from 'react-router';

export async function loader({ params }) {
  return { item: await getItem(Number(params.id)) }; // expect: call getItem ; sink: http GET /items/:id
}

export async function action() {
  const found = await getItem(3); // expect: call getItem
  return data({ title: found.title }, { status: 201 }); // sink: http POST /items/:id
}

export default function Item() {
  const { item } = useLoaderData<typeof loader>();
  return <h1>{item.title}</h1>; // sink: view page /items/:id
}
