import { getItem } from '@acme/client';
import { NextResponse, type NextRequest } from 'next/server';
import { one } from '../../../rows';

type Context = { params: { id: string } };
const guarded = (handler: (request: NextRequest, context: Context) => Promise<Response>) => async (request: NextRequest, context: Context) => {
  const row = await one(Number(context.params.id));
  if (row.withheld) return NextResponse.json({}, { status: 404 });
  return handler(request, context);
};
export const GET = guarded(async (request, { params }) => {
  return NextResponse.json(await getItem(Number(params.id))); // expect: call getItem ; gate: guard
});
export const POST = async (request: NextRequest, { params }: Context) => {
  return NextResponse.json(await getItem(Number(params.id))); // expect: call getItem ; gate: none
};
