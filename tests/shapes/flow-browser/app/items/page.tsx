// A page shows more than its elements: texts of nodes, titles, addresses, dialogs; contexts hand values on.
'use client';
import { createContext, createElement, useContext, useRef, useState } from 'react';
import { useRouter } from 'next/navigation';
import { getItem } from '@acme/client';

const Shown = createContext(null);
const Other = createContext(null);

function Inner() {
  const item = useContext(Shown);
  return <p>{item.title}</p>; // sink: view page /items
}

function Apart() {
  const item = useContext(Other);
  return <p>{item.title}</p>; // ok: another context
}

export default function Page() {
  const router = useRouter();
  const ref = useRef(null);
  const kept = useRef(null);
  const [item, setItem] = useState(null);

  async function load() {
    const item = await getItem(1); // expect: call getItem
    setItem(item);
    document.title = item.title; // sink: view page /items
    ref.current.textContent = item.title; // sink: view page /items
    kept.current = item.id; // ok: kept, and shown nowhere
    window.location.href = `/items/${item.id}`; // sink: view page /items
    router.push(`/items/${item.id}`); // sink: view page /items
    alert(item.title); // sink: view page /items
  }

  return (
    <Shown.Provider value={item}>
      <Inner />
      <Apart />
      <button onClick={load} ref={ref} />
      {createElement('b', null, item.title)} {/* sink: view page /items */}
    </Shown.Provider>
  );
}
