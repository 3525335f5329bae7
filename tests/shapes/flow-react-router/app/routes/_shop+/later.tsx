// What a loader does not wait for is given to the function below `Await`, which shows it.
import { getItem } from '@acme/client';
import { Await, useLoaderData } from 'react-router';

export function loader() {
  return { item: getItem(5), note: 'soon' }; // expect: call getItem ; sink: http GET /later
}

export default function Later() {
  const { item, note } = useLoaderData<typeof loader>();
  return (
    <div>
      <Await resolve={item}>{(found) => <h1>{found.title}</h1>}</Await>{/* sink: view page /later */}
      <Await resolve={note}>{(text) => <p>{text}</p>}</Await>
    </div>
  );
}
