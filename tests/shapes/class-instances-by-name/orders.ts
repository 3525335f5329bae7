export class Orders {
  readonly name = 'orders';
  search(text: string): Promise<unknown> {
    return fetch(`${process.env.OTHER_URL}/orders?q=${text}`).then((answer) => answer.json());
  }
}
