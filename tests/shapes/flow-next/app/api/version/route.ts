import { NextResponse } from 'next/server';
import { logged } from '../../../lib/logged';

export const GET = logged({ handler: async () => NextResponse.json({ version: 1 }) }); // ok: nothing of it
