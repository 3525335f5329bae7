// The variable may hold the prefix. Read so: a path without it gets it, one that has it keeps it, and where the code
// strips it off the variable the path stands as it is written.
const bare = () => process.env.ACME_URL!.replace(/\/api\/v1\/?$/, '');

export const held = (id: number) => fetch(`${process.env.ACME_URL}/items/${id}`); // expect: request GET /api/v1/items/{}
export const written = () => fetch(`${bare()}/api/v1/items`); // expect: request GET /api/v1/items
export const stripped = () => fetch(`${bare()}/health`); // expect: request GET /health
