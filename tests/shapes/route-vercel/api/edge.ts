import { getItem } from '@acme/client';

export async function GET(request: Request) {
  return Response.json(await getItem(1)); // expect: call getItem ; sink: http GET /api/edge ; proven: http GET /api/edge
}
