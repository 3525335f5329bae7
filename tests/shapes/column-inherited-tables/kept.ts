import { Asked, Dated, Repository } from './base';
import { items, notes } from './schema';

export class Items extends Dated {
  readonly table = items;
}
export class Notes extends Dated {
  readonly table = notes;
}
export class Few extends Repository {
  get table() {
    return items;
  }
}
export class Other extends Repository {
  get table() {
    return notes;
  }
}
export class Said extends Asked {
  protected source() {
    return items;
  }
}
export class SaidNotes extends Asked {
  protected source() {
    return notes;
  }
}
