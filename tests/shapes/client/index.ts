/** The client of every shape that brings none of its own. */

export interface Item {
  id: number;
  title: string;
  tracks: { title: string; length: number }[];
}

export class ClientError extends Error {
  constructor(
    message: string,
    readonly status: number
  ) {
    super(message);
  }
}

async function send<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(`${process.env.ACME_URL}${path}`, init); // ok: the client's own way out
  if (!response.ok) throw new ClientError(`${path} answered ${response.status}`, response.status);
  return (await response.json()) as T;
}

export async function getItem(id: number): Promise<Item> {
  return send<Item>(`/items/${id}`);
}

export async function findItems(text: string, limit = 10): Promise<Item[]> {
  return send<Item[]>(`/items?q=${encodeURIComponent(text)}&limit=${limit}`);
}

export interface LookupOptions {
  withheld?: boolean;
  evenIfWithheld?: boolean;
}

export async function lookupItem(name: string, options: LookupOptions = {}): Promise<Item | null> {
  if (options.withheld) return null;
  return send<Item>('/lookup', { method: 'POST', body: JSON.stringify({ name }) });
}
