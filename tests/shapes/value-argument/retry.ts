export async function retry<A, R>(run: (value: A) => Promise<R>, value: A): Promise<R> {
  return run(value).catch(() => run(value)); // ok: counted where it was handed on
}
