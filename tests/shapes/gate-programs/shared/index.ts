// Programs share this code, and each of them has handlers of its own.
type Event = { name: string; withheld: boolean };
type Handler = (event: Event) => Promise<void>;

const handlers: Handler[] = [];
export const onEvent = (handler: Handler) => void handlers.push(handler);
export async function happened(event: Event) {
  for (const handler of handlers) await handler(event);
}
export { db } from './db';
export { items } from './schema';
