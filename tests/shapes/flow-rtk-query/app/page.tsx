import { useItemQuery, useOtherItem, usePagesInfiniteQuery, useRenameMutation, wrapped } from '../api';

export default function Page() {
  const { data, isLoading } = useItemQuery(1);
  const { data: others } = useOtherItem(1);
  const { data: listed } = usePagesInfiniteQuery();
  const [rename] = useRenameMutation();
  const { data: part } = wrapped.usePartQuery(2);
  const go = async () => {
    const renamed = await rename('a').unwrap();
    alert(renamed.title); // sink: view page /
  };
  return (
    <main onClick={go}>
      <p>{data.title}</p> {/* sink: view page / */}
      <p>{others.title}</p> {/* ok: what the other service gives */}
      <p>{listed.pages[0].map((row: any) => row.title)}</p> {/* sink: view page / */}
      <p>{part.name}</p> {/* sink: view page / */}
      <p>{isLoading}</p> {/* ok: no part of the answer */}
    </main>
  );
}
