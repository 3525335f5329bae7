import { getItem } from '@acme/client';

export default class ReportTask {
  async perform(id: number) { // escape: unresolved-call
    return getItem(id); // expect: call getItem ; reach: escapes
  }
  // A member of that name is called by nobody.
  async summarise(id: number) {
    return getItem(id); // expect: call getItem ; reach: unreachable
  }
}

export class Titles {
  // A member of that name is called by another class alone, on itself.
  private async titleOf(id: number) {
    return getItem(id); // expect: call getItem ; reach: unreachable
  }
}
export class Others {
  private async titleOf(id: number) {
    return id;
  }
  async perform(id: number) {
    return this.titleOf(id);
  }
}

// The module gives it to nobody.
class Hidden {
  async perform(id: number) {
    return getItem(id); // expect: call getItem ; reach: unreachable
  }
}
