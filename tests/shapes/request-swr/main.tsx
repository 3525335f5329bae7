// The key of a query is what its fetcher is called with.
import useSWR from 'swr';
import useSWRInfinite from 'swr/infinite';

const base = process.env.ACME_URL;
const fetcher = (url: string) => fetch(url).then((answer) => answer.json());

export const useItem = () => useSWR(`${base}/items/1`, fetcher); // expect: request GET /items/1 through main.tsx:6
export const usePages = () => useSWRInfinite((page) => `${base}/items/pages/${page}`, fetcher); // expect: request GET /items/pages/{} through main.tsx:6
export const useOther = () => useSWR('/api/other', fetcher); // ok: a route of its own
