// In a component: an effect, a hook of a library with a fetcher, a form that posts by itself.
import useSWR from 'swr';
import { useEffect } from 'react';

const url = `${process.env.ACME_URL}/items`;
const fetcher = (key: string) => fetch(key).then((response) => response.json()); // here: fetcher ; ok: its endpoint is open

export function Page() {
  useEffect(() => {
    void fetch(`${url}/seen`, { method: 'POST' }); // expect: request POST /items/seen
  }, []);
  const { data } = useSWR(url, () => fetcher(url)); // expect: request GET /items through fetcher
  return <a href={url}>{String(data)}</a>; // ok: a link
}
