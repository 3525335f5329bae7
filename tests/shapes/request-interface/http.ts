export interface Http {
  get(url: string): unknown;
}
export class Fetching implements Http {
  get(url: string) {
    return fetch(url);
  }
}
export class Counting implements Http {
  get(url: string) {
    return url.length;
  }
}
