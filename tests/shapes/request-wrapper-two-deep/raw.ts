export function raw(url: string, init: RequestInit) {
  return fetch(url, init); // here: raw ; ok: its endpoint is open
}
