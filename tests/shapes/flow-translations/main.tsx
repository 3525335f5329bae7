// A text of translations shows what it is given by name.
import { getItem } from '@acme/client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';

function useItem() {
  const [item, setItem] = useState({ title: '' });
  useEffect(() => {
    getItem(1).then(setItem); // expect: call getItem
  }, []);
  return item;
}
function Named() {
  const item = useItem();
  const { t } = useTranslation();
  return <p>{t('item', { title: item.title })}</p>; // sink: view
}
function Plain() {
  const { t } = useTranslation();
  useItem();
  return <p>{t('item', { title: 'x' })}</p>; // ok: nothing of it
}
function Next() {
  const item = useItem();
  const t = useTranslations('items');
  return <p>{t('item', { title: item.title })}</p>; // sink: view
}
function Rich() {
  const item = useItem();
  const t = useTranslations('items');
  return <p>{t.rich('item', { title: item.title })}</p>; // sink: view
}
function App() {
  return (
    <main>
      <Named />
      <Plain />
      <Next />
      <Rich />
    </main>
  );
}
createRoot(document.body).render(<App />);
