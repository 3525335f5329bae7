export class Shelf {
  fetchItem(id: number) {
    return { id };
  }
}
