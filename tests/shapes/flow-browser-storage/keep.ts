// What a page keeps in the browser is there for every other page that asks for it under its key, whatever they call the
// storage; cookies of js-cookie are the same.
import { getItem } from '@acme/client';
import Cookies from 'js-cookie';

export async function keep() {
  const item = await getItem(1); // expect: call getItem
  localStorage.setItem('item', JSON.stringify({ title: item.title }));
  Cookies.set('last', item.title);
}
export async function keepForTheTab() {
  const item = await getItem(2); // expect: call getItem
  window.sessionStorage.setItem('tab', item.title);
}
