import { getItem } from '@acme/client';

export class Listed {
  run() {
    return getItem(1).then(console.log); // expect: call getItem ; reach: contained ; sink: log
  }
}
export class Unlisted {
  run() {
    return getItem(2).then(console.log); // expect: call getItem ; reach: unreachable ; sink: log
  }
}
