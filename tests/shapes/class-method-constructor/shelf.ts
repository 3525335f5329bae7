export class Shelf {
  fetchItem = (id: number) => ({ id });
}
