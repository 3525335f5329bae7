// What a query or a mutation fetches is its data, and what the functions beside it are given; each of them has its own.
import { findItems, getItem } from '@acme/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import useSWR from 'swr';

function Selected() {
  const { data, failureCount } = useQuery({
    queryKey: ['a'],
    queryFn: async () => {
      return await getItem(1); // expect: call getItem ; reach: renders
    },
    select: (found: any) => found.title,
    retry: (count) => count < 3,
  });
  return <p title={failureCount}>{data}</p>; // sink: view
}
function Succeeded() {
  const [shown, setShown] = useState('');
  const [failed, setFailed] = useState('');
  const mutation = useMutation({
    mutationFn: (id: number) => getItem(id), // expect: call getItem ; reach: renders
    onSuccess: (item: any) => {
      setShown(item.title);
    },
    onError: (error) => setFailed(error.message),
  });
  return (
    <div onClick={() => mutation.mutate(1)}>
      <p>{shown}</p> {/* sink: view */}
      <p>{failed}</p> {/* ok: not what it fetched */}
    </div>
  );
}
function SetDirectly() {
  const [shown, setShown] = useState<any>({});
  const { mutate } = useMutation({
    mutationFn: (id: number) => getItem(id), // expect: call getItem ; reach: renders
    onSuccess: setShown,
  });
  return <p onClick={() => mutate(1)}>{shown.title}</p>; // sink: view
}
function Awaited() {
  const mutation = useMutation({
    mutationFn: (id: number) => getItem(id), // expect: call getItem ; reach: renders
  });
  const go = async () => {
    const item = await mutation.mutateAsync(2);
    alert(item.title); // sink: view
  };
  return <button onClick={go} />; // ok: nothing of it
}
function CalledBack() {
  const mutation = useMutation({
    mutationFn: (id: number) => getItem(id), // expect: call getItem ; reach: renders
  });
  const go = () => {
    mutation.mutate(2, { onSuccess: (item) => alert(item.title) }); // sink: view
  };
  return <button onClick={go} />; // ok: nothing of it
}
function Keyed() {
  const { data } = useSWR('c', async () => findItems('x')); // expect: call findItems ; reach: renders
  return <p>{data?.length ? data[0].title : ''}</p>; // sink: view
}
export function Dropped() {
  const { data } = useQuery({ queryKey: ['dropped'], queryFn: () => getItem(9), select: () => 'none' }); // expect: call getItem ; reach: contained
  return <p>{data}</p>; // ok: what is selected is something else
}
const common = { queryKey: ['common'], queryFn: () => getItem(8) }; // expect: call getItem ; reach: renders
export function Chosen() {
  const { data } = useQuery({ ...common, select: (item) => item.title });
  return <p>{data}</p>; // sink: view
}
createRoot(document.body).render(
  <main>
    <Dropped />
    <Chosen />
    <Selected />
    <Succeeded />
    <SetDirectly />
    <Awaited />
    <CalledBack />
    <Keyed />
  </main>
);
