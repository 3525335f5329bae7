import Redis from 'ioredis';
export const redis = new Redis();
export class Keys {
  static card(id: string) { return `card:${id}`; }
  static user(id: string) { return `user:${id}`; }
}
export const keyOf = (kind: string, id: string) => `${kind}:${id}`;
export const PREFIX = 'card';
export class Cache {
  static async get(key: string) {
    const found = await redis.get(key);
    return found ? JSON.parse(found) : undefined;
  }
  static async set(key: string, value: unknown) {
    await redis.set(key, JSON.stringify(value)); // escape: unmodelled-code
  }
  static async getOrSet(key: string, load: () => Promise<any>) {
    const found = await this.get(key);
    if (found !== undefined) return found;
    return this.populate(key, load);
  }
  static async populate(key: string, load: () => Promise<any>) {
    const result = await load();
    await this.set(key, result);
    return result;
  }
}
