import Cookies from 'js-cookie';
import { createRoot } from 'react-dom/client';
import { keep, keepForTheTab } from './keep';

function Item() {
  const text = JSON.parse(localStorage.getItem('item') ?? '{}');
  return <p>{text.title}</p>; // sink: view
}
function ByTheWindow() {
  return <p>{window.localStorage.getItem('item')}</p>; // sink: view
}
function Other() {
  return <p>{localStorage.getItem('other')}</p>; // ok: another key
}
function Last() {
  return <p>{Cookies.get('last')}</p>; // sink: view
}
function First() {
  return <p>{Cookies.get('first')}</p>; // ok: another cookie
}
function Tab() {
  return <p>{sessionStorage.getItem('tab')}</p>; // sink: view
}
function NoTab() {
  return <p>{localStorage.getItem('tab')}</p>; // ok: another storage
}
function App() {
  return (
    <main onClick={() => [keep(), keepForTheTab()]}>
      <Item />
      <ByTheWindow />
      <Other />
      <Last />
      <First />
      <Tab />
      <NoTab />
    </main>
  );
}
createRoot(document.body).render(<App />);
