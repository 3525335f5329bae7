export const http = { get: (url: string) => ({ url }) };
