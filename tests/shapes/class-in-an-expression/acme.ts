export class Client {
  fetchItem(id: number) {
    return { id };
  }
}
