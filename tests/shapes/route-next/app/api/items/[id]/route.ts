// Files are routes by their names; handlers may be wrapped, or exported under another name.
import { getItem } from '@acme/client';
import { NextResponse } from 'next/server';
import { withUser } from '../../../../lib/user';

export async function GET() {
  return NextResponse.json(await getItem(1)); // expect: call getItem ; sink: http GET /api/items/[id]
}

export const POST = withUser(async () => {
  return NextResponse.json(await getItem(2)); // expect: call getItem ; sink: http POST /api/items/[id]
});

const remove = async () => {
  return NextResponse.json({}); // sink: http DELETE /api/items/[id]
};

export { remove as DELETE };

export async function helper() {
  return NextResponse.json({}); // ok: no method of that name
}
