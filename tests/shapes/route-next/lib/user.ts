type Handler = (request: Request) => Promise<Response>;

export const withUser = (handler: Handler): Handler => async (request) => {
  return handler(request); // sink: http POST /api/items/[id]
};
