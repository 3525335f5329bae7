// Containers that register what a token stands for by calls: tsyringe, inversify.
import { inject, injectable } from 'inversify';
import { container } from 'tsyringe';
import { inverted, TYPES } from './container';

interface Source {
  fetchItem(id: number): unknown;
}
@injectable()
export class Page {
  @inject(TYPES.source) private readonly field!: Source;
  constructor(
    @inject(TYPES.source) private readonly source: Source,
    @inject(TYPES.stub) private readonly stub: Source,
    @inject('made') private readonly made: Source,
    @inject('fixed') private readonly fixed: Source,
    @inject('used') private readonly used: Source,
    @inject('lone') private readonly lone: Source,
    @inject('held') private readonly held: Source
  ) {}
  show(id: number) {
    void this.field.fetchItem(id); // expect: call Client.fetchItem
    void this.source.fetchItem(id); // expect: call Client.fetchItem
    void this.made.fetchItem(id); // expect: call Client.fetchItem
    void this.fixed.fetchItem(id); // expect: call Client.fetchItem
    void this.used.fetchItem(id); // expect: call Client.fetchItem
    void this.lone.fetchItem(id); // expect: call Client.fetchItem
    void this.held.fetchItem(id); // expect: call Client.fetchItem
    return this.stub.fetchItem(id); // ok: another class
  }
}
container.resolve<Source>('used').fetchItem(1); // expect: call Client.fetchItem
inverted.get<Source>(TYPES.source).fetchItem(2); // expect: call Client.fetchItem
container.resolve<Source>('stub').fetchItem(3); // ok: another class
