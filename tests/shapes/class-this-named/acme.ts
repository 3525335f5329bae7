export class Client {
  private send(path: string) {
    return fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out
  }
  fetchItem(id: number) {
    return this.send(`/items/${id}`);
  }
}
export class Shelf {
  fetchItem = (id: number) => ({ id });
}
