// What is put into the cache of queries under a key is what those get that ask for that key.
import { getItem } from '@acme/client';
import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

const client = new QueryClient();
async function load() {
  client.setQueryData(['set'], await getItem(1)); // expect: call getItem ; reach: renders
}
function Got() {
  const item = client.getQueryData<any>(['set']);
  return <p onClick={load}>{item.title}</p>; // sink: view ; proven: view
}
function Asked() {
  const { data } = useQuery<any>({ queryKey: ['set', 2], queryFn: () => null });
  return <p>{data.title}</p>; // sink: view ; proven: view
}
function Unselected() {
  const { data } = useQuery<any>({ queryKey: ['set'], queryFn: () => null, select: () => 'none' });
  return <p>{data}</p>; // ok: what is selected is something else
}
function Other() {
  const item = useQueryClient().getQueryData<any>(['other']);
  return <p>{item.title}</p>; // ok: another key
}
function Added() {
  const queries = useQueryClient();
  const go = async () => {
    const item = await getItem(2); // expect: call getItem ; reach: renders
    queries.setQueryData<any[]>(['added'], (items) => [...(items ?? []), item]);
  };
  const items = queries.getQueryData<any[]>(['added']);
  return <p onClick={go}>{items?.[0].title}</p>; // sink: view ; proven: view
}
function Fetched() {
  useQuery({ queryKey: ['fetched'], queryFn: () => getItem(3) }); // expect: call getItem ; reach: renders
  return <p>{client.getQueryData<any>(['fetched']).title}</p>; // sink: view ; proven: view
}
function Unread() {
  useQuery({ queryKey: ['unread'], queryFn: () => getItem(4) }); // expect: call getItem ; reach: contained
  return <p>none</p>; // ok: nobody asks for it
}
createRoot(document.body).render(
  <main>
    <Got />
    <Asked />
    <Unselected />
    <Other />
    <Added />
    <Fetched />
    <Unread />
  </main>
);
