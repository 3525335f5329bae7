// What a test puts into a request is what a client sends.
export function asked(req: { query: unknown }, query: unknown) {
  req.query = query; // ok: no row
}
