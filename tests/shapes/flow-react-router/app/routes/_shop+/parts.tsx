// A hook of one's own gives each page what its own loader gave; one that keeps it back gives nothing.
import { getItem } from '@acme/client';
import { hasData, useParsedData } from '../../../lib/data';

export async function loader() {
  return { part: await getItem(6) }; // expect: call getItem ; sink: http GET /parts
}

export default function Parts() {
  const { part } = useParsedData<typeof loader>();
  const known = hasData();
  return (
    <div>
      <h1>{part.title}</h1>{/* possible: view page /parts ; sink: view page /parts */}
      <p>{known.title}</p>
    </div>
  );
}
