import { getItem } from '@acme/client';
export class Svc {
  async load(id: number) { return getItem(id); } // expect: call getItem ; reach: renders
  async quiet(id: number) { return getItem(id); } // expect: call getItem ; reach: contained
  async other(id: number) { return getItem(id); } // expect: call getItem ; reach: renders
}
