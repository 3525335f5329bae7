// `import()` in a type, and a class that is taken out of a module when it is loaded.
let held: import('./acme').Client;

export async function start(container: { get(type: unknown): any }) {
  const Taken = await import('./acme').then((m) => m.Client);
  held = new Taken();
  await container.get(Taken).fetchItem(1); // expect: call Client.fetchItem
}
export const show = (id: number) => held.fetchItem(id); // expect: call Client.fetchItem
