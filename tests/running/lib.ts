/** What the programs use besides the language. */
import { EventEmitter } from 'node:events';
export { EventEmitter };
export interface Item { title: string; artist: string; tags: string[]; cover: { url: string; size: string } }
/** What a condition asks; the report cannot know it. */
export const yes = (): boolean => Math.random() < 2;
export const no = (): boolean => Math.random() > 2;
export const plain: Item = { title: 'c', artist: 'c', tags: ['c'], cover: { url: 'c', size: 'c' } };
export const makePlain = (): Item => ({ title: 'c', artist: 'c', tags: ['c'], cover: { url: 'c', size: 'c' } });
export function id<T>(x: T): T { return x; }
export async function aid<T>(x: T): Promise<T> { return x; }
export class Box<T> {
  constructor(public value: T) {}
  get(): T { return this.value; }
  put(x: T): void { this.value = x; }
  static of<T>(x: T): Box<T> { return new Box(x); }
}
export class SubBox<T> extends Box<T> {
  other: T;
  constructor(x: T, y: T) { super(x); this.other = y; }
}
export class Hidden<T> {
  #v: T;
  constructor(x: T) { this.#v = x; }
  get shown(): T { return this.#v; }
}
export function apply<A, B>(f: (x: A) => B, x: A): B { return f(x); }
export const curry = <T>(x: T) => (y: T): T => x;
export const curry2 = <T>(x: T) => (y: T): T => y;
export function* gen<T>(x: T): Generator<T> { yield x; }
export async function* agen<T>(x: T): AsyncGenerator<T> { yield x; }
export async function collect<T>(xs: AsyncIterable<T>): Promise<T[]> { const out: T[] = []; for await (const x of xs) out.push(x); return out; }
export function tag(strings: TemplateStringsArray, x: any): any { return x; }
export function pickFirst<T>(x: T, y: T): T { return x; }
export const pickSecond = <T>(x: T, y: T): T => { return y; };
export function swap<T>(o: { a: T; b: T }) { return { a: o.b, b: o.a }; }
export function wrap<T>(x: T) { return { data: { value: x } }; }
export function unwrap<T>({ data: { value } }: { data: { value: T }; other: T }): T { return value; }
export function attempt<T>(f: () => T, fallback: T): T { try { return f(); } catch { return fallback; } }
export async function retry<T>(f: () => Promise<T>): Promise<T> { for (let i = 0; i < 3; i++) { try { return await f(); } catch (e) { continue; } } throw new Error('gave up'); }
export function memo<T>(f: () => T): () => T { let held: T | undefined; return () => (held ??= f()); }
export function chain<T>(x: T): Promise<T> { return Promise.resolve(x).then((y) => y); }
export function pipe<A, B>(x: A, f: (x: A) => B): B { return f(x); }
export function compose<A, B, C>(f: (x: B) => C, g: (x: A) => B) { return (x: A): C => f(g(x)); }
export function later<T>(x: T) { return () => x; }
export function fold<T>(xs: T[]): T { let last = xs[0]; for (const x of xs) last = x; return last; }
export function firstOf<T>(o: { items: T[]; spare: T[] }): T { return o.items[0]; }
export function withCallback<T>(x: T, done: (x: T) => void): void { done(x); }
export function deferred<T>() { let resolve!: (x: T) => void; const promise = new Promise<T>((r) => { resolve = r; }); return { promise, resolve }; }
export function fill(o: any, x: any): void { o.k = x; }
export const getTitle = (x: Item): string => x.title;
export function pluck<K extends keyof Item>(x: Item, k: K): any { return x[k]; }
export function describe(x: Item): string { const { title, artist } = x; return `${title} by ${artist}`; }
export function makeItem(title: string, artist: string): Item { return { title, artist, tags: [], cover: { url: 'c', size: 'c' } }; }
export function withTitle(x: Item, title: string): Item { return { ...x, title }; }
export function omit(x: any, key: string): any { const { [key]: gone, ...rest } = x; return rest; }
export function pick(x: any, keys: string[]): any { const out: any = {}; for (const k of keys) out[k] = x[k]; return out; }
export function onlyCover(x: Item): Item { return { title: 'c', artist: 'c', tags: [], cover: x.cover }; }
export function restOf() { return { artist: 'c', tags: [] as string[], cover: { url: 'c', size: 'c' } }; }
export class Record_ { constructor(private title: string, readonly artist: string) {} toItem(): Item { const { title, artist } = this; return { ...plain, title, artist }; } }
export function renamed({ title: artist, artist: title, ...rest }: Item): Item { return { title, artist, ...rest }; }
