import { getItem } from '@acme/client';

export async function load() {
  return { shared: (await getItem(6)).title }; // expect: call getItem ; sink: http GET /*
}
