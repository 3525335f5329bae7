import { lookupItem, type Item, type LookupOptions } from '@acme/client';

/** A cache of its own: callers see methods, the map is inside. */
export class Lookups {
  private readonly held = new Map<string, Item | null>();

  get(title: string): Item | null | undefined {
    return this.held.get(title.toLowerCase());
  }

  put(title: string, item: Item | null): void {
    this.held.set(title.toLowerCase(), item);
  }

  async find(title: string, options?: LookupOptions): Promise<Item | null> {
    const hit = this.held.get(title); // defect: cache-key-omits-flag
    if (hit !== undefined) return hit;
    const found = await lookupItem(title, { withheld: options?.withheld }); // expect: call lookupItem (wrapper) ; gate: unarmed ; here: find
    this.held.set(title, found); // defect: skip-cached
    return found;
  }
}
