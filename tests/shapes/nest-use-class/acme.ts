export interface ItemSource {
  fetchItem(id: number): Promise<unknown>;
}
export class Client implements ItemSource {
  private send(path: string) {
    return fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out
  }
  fetchItem(id: number) {
    return this.send(`/items/${id}`);
  }
}
