async function send<T>(path: string): Promise<T> {
  return (await fetch(`${process.env.ACME_URL}${path}`)).json() as T; // ok: the client's own way out
}
export const getItem = <T = unknown>(id: number) => send<T>(`/items/${id}`);
export function findItems<T>(text: string): Promise<T[]> {
  return send(`/items?q=${text}`);
}
