// `Reflect.construct` makes an instance as `new` does.
class Client {
  constructor(
    private readonly base: string,
    private readonly other: string
  ) {}
  items() {
    return fetch(`${this.base}/items`); // expect: request GET /items
  }
  others() {
    return fetch(`${this.other}/items`); // ok: another service
  }
}
const client = Reflect.construct(Client, [process.env.ACME_URL, 'https://other.example']);
export const run = () => [client.items(), client.others()];
