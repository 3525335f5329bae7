// A setter may be given a function of what was there; a reducer is given what is dispatched, and its state.
import { findItems, getItem } from '@acme/client';
import { useState, useReducer } from 'react';
import { createRoot } from 'react-dom/client';

function A() {
  const [items, setItems] = useState<any[]>([]);
  const [n, setN] = useState(0);
  const load = async () => {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    setItems((before) => [...before, item]);
    setN((before) => before + 1);
  };
  return <p onClick={load} title={n}>{items[0].title}</p>; // sink: view
}
function B() {
  const [items, setItems] = useState<any>({ all: [], shown: '' });
  const load = async () => {
    const item = await getItem(2); // expect: call getItem ; reach: renders
    setItems({ all: [item], shown: '' });
  };
  const show = () => setItems((before: any) => ({ all: [], shown: before.all[0].title }));
  return <p onClick={load} onBlur={show}>{items.shown}</p>; // sink: view
}
function reducer(state: any, action: any) {
  switch (action.type) {
    case 'loaded':
      return { ...state, item: action.item };
    case 'shown':
      return { shown: state.item.title, other: state.other };
    default:
      return state;
  }
}
function C() {
  const [state, dispatch] = useReducer(reducer, { item: null, shown: '', other: 1 });
  const load = async () => {
    const item = await getItem(3); // expect: call getItem ; reach: renders
    dispatch({ type: 'loaded', item });
  };
  return (
    <p onClick={load}>
      <b>{state.shown}</b> {/* sink: view */}
      <b>{state.other}</b> {/* ok: another part */}
    </p>
  );
}
createRoot(document.body).render(<><A /><B /><C /></>);
