export function GET() {
  return Response.json([]); // sink: http GET /list/[...rest]
}
