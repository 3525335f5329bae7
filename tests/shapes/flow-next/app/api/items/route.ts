import { NextResponse } from 'next/server';
import { load } from '../../../lib/load';
import { logged } from '../../../lib/logged';

export const GET = logged({ handler: async () => NextResponse.json(await load(1)) }); // sink: http GET /api/items
export const POST = async () => NextResponse.json({ done: true }); // ok: nothing of it
