class Limiter {
  async run<T>(job: () => Promise<T>): Promise<T> {
    return job();
  }
}
const limiter = new Limiter();
const limited = (path: string) => limiter.run(() => send(path));
const send = async (path: string) => fetch(`${process.env.ACME_URL}${path}`); // ok: the client's own way out

export const inline = (id: number) => limiter.run(() => send(`/items/${id}`));
export const byHelper = (id: number) => limited(`/items/${id}`);
export const besides = async (id: number) => {
  await limiter.run(async () => null);
  return send(`/items/${id}`);
};
