const baseUrl = () => process.env.ACME_URL ?? '';

export const health = () => fetch(`${baseUrl()}/health`); // expect: request GET /health
