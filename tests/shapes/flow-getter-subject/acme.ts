import { createClient } from 'houses';

interface Asks {
  ask(text: string): (given: object) => Promise<any>;
}
class Client implements Asks {
  private readonly held: any;
  constructor(url: string) {
    this.held = createClient({ url });
  }
  ask(text: string) {
    return async (given: object) => {
      const answer = await this.held.query(text, given);
      return answer.json();
    };
  }
}
function all(asks: Asks) {
  return async (given: object) => asks.ask('all')(given);
}
function some(asks: Asks) {
  return async (given: object) => {
    const query = asks.ask('some');
    return { rows: query(given) };
  };
}

export class House {
  readonly asks: Asks;
  constructor(url: string) {
    this.asks = new Client(url);
  }
  get all() {
    return all(this.asks);
  }
  get items() {
    return { some: some(this.asks), by: { all: all(this.asks) } };
  }
  get names() {
    return { count: async () => 1 };
  }
}
