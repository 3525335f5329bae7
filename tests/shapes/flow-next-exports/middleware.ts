import { NextResponse, type NextRequest } from 'next/server';
import { getItem } from '@acme/client';

export async function middleware(request: NextRequest) {
  const item = await getItem(3); // expect: call getItem
  return NextResponse.redirect(new URL(`/items/${item.id}`, request.url)); // sink: http ALL /*
}
