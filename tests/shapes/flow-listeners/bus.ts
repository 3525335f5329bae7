type Listener = (item: unknown) => void;
const listeners = new Set<Listener>();
const kept: Listener[] = [];

export function subscribe(listener: Listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export function publish(item: unknown) {
  listeners.forEach((listener) => listener(item));
}
export function keep(listener: Listener) {
  kept.push(listener);
  return kept.length;
}
export class Bus {
  private all: Listener[] = [];
  on(listener: Listener) {
    this.all.push(listener);
  }
  fire(item: unknown) {
    for (const listener of this.all) listener(item);
  }
}
export class Quiet {
  private all: Listener[] = [];
  fire(item: unknown) {
    for (const listener of this.all) listener(item); // escape: unmodelled-code
  }
}
