export class Client {
  fetchItem(id: number) {
    return { id };
  }
}
export class Stub {
  fetchItem(id: number) {
    return { id };
  }
}
