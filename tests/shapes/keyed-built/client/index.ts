export interface Wanted {
  title: string;
  place?: string;
  withheld?: boolean;
}

async function send<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`${process.env.ACME_URL}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as T;
}

export async function findItems(wanted: Wanted[]): Promise<unknown[]> {
  return send<unknown[]>('/items', { wanted });
}

export async function getItem(wanted: Wanted): Promise<unknown> {
  return send<unknown>('/item', { wanted });
}
