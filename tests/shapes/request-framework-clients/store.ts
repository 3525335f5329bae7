export class Store {
  get = (key: string) => key.length;
}
