// A wrapper that the handlers of several files share answers with the value where its own handler gave it.
export const logged = ({ handler }: { handler: () => Promise<Response> }) => {
  return async () => {
    const result = await handler();
    return result; // sink: http GET /api/items
  };
};
