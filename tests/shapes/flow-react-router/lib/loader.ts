import { getItem } from '@acme/client';

export const loader = async (id: number) => (await getItem(id)).title; // expect: call getItem ; escape: unresolved-call
