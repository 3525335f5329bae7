import { useLoaderData } from 'react-router';
import { deserialize } from 'superjson';

export function useParsedData<T>(): T {
  const data = useLoaderData();

  return deserialize(data);
}

export function hasData() {
  const data = useLoaderData();
  return { title: data ? 'there' : 'not there' };
}
