const send = (path: string) => fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out

export const acme = {
  getItem: (id: number) => send(`/items/${id}`),
  async findItems(text: string) {
    return send(`/items?q=${text}`);
  },
  lookupItem: (name: string, { withheld = false } = {}) => (withheld ? null : send(`/lookup/${name}`)),
};
