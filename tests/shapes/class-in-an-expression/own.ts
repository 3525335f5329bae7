export class Own {
  fetchItem(id: number) {
    return { id };
  }
}
