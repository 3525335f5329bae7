const send = (path: string) => fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out

export const itemOf = (id: number) => ({
  id,
  async load() {
    return (await send(`/items/${id}`)).json();
  },
  label: () => 'an item',
});

const kept = (options: { ask: (id: number) => Promise<any> }) => {
  const known = new Map<number, any>();
  return {
    handler: (id: number) => ({
      async data() {
        if (!known.has(id)) known.set(id, await options.ask(id));
        return { data: known.get(id), at: new Date() };
      },
    }),
  };
};
export const items = kept({ ask: async (id) => (await send(`/items/${id}`)).json() });

export class Client {
  constructor(readonly name: string) {}
  async fetchItem(id: number) {
    return this.sent(`/items/${id}`);
  }
  async sent(path: string) {
    return (await fetch(`${process.env.ACME_URL}${path}`)).json(); // ok: the client's own way out
  }
  label() {
    return 'a client';
  }
}

export async function getItem(id: number) {
  const item = await (await send(`/items/${id}`)).json();
  return { ...item, isNew: () => Date.now() - item.made < 10 };
}
