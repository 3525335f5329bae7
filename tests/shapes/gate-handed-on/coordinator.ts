import { lookupItem, type Options } from '@acme/client';

export class Coordinator {
  async find(name: string, options?: Options) {
    return this.send(name, options); // expect: call lookupItem through send (wrapper) ; gate: partly ; here: find
  }

  private async send(name: string, options?: Options) {
    return lookupItem(name, { timeoutMs: 50, withheld: options?.withheld }); // expect: call lookupItem (wrapper) ; gate: partly ; here: send
  }
}

export const coordinator = new Coordinator();
