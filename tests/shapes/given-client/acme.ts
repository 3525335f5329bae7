export class Client {
  fetchItem(id: number) {
    return { id };
  }
}
export class Shelf {
  fetchItem = (id: number) => ({ id });
}
