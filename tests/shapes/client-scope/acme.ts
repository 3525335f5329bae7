// Inside the client a call of an export has scope client; the transport and its users are no accesses.
// Read so: an export of the client is a subject of its own, hence no wrapper, though it forwards its options.
const send = (path: string) => fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out

export async function getItem(id: number): Promise<{ tracks: string[] }> {
  return (await send(`/items/${id}`)).json(); // ok: the transport
}
export async function hasTrack(id: number, track: string) {
  const item = await getItem(id); // expect: call getItem (client)
  return item.tracks.includes(track);
}
export async function lookupItem(name: string, options: { withheld?: boolean } = {}) {
  return options.withheld ? null : send(`/lookup/${name}`); // ok: the transport
}
export const lookupFirst = (options: { withheld?: boolean }) => lookupItem('a', options); // expect: call lookupItem (client)
