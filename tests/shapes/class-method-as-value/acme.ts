export class Client {
  private send = (path: string) => fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out
  fetchItem = (id: number) => this.send(`/items/${id}`);
}
export const client = new Client();
