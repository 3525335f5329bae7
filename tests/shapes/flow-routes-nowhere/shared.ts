import { getItem } from '@acme/client';

export async function shared(req, res) {
  res.json(await getItem(4)); // expect: call getItem ; sink: http GET /shared ; sink: http GET /shared/too ; proven: http GET /shared
}
