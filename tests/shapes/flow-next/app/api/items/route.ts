import { NextResponse } from 'next/server';
import { load } from '../../../lib/load';

const logged = (handler: () => Promise<Response>) => async () => {
  console.log('called');
  return handler(); // sink: http GET /api/items
};
export const GET = logged(async () => NextResponse.json(await load(1))); // sink: http GET /api/items
export const POST = async () => NextResponse.json({ done: true }); // ok: nothing of it
