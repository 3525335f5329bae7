export class Client {
  protected send(path: string) {
    return fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out
  }
  async fetchItem(id: number): Promise<unknown> {
    return this.send(`/items/${id}`);
  }
}
