// A method that only heirs have: which of them sends where is told by the class.
export abstract class Api {
  protected abstract base(): string;
  protected get(path: string) {
    return fetch(this.base() + path); // here: sends ; ok: a wrapper's own line
  }
}
