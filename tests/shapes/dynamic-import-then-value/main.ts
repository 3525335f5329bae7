// A `then` that hands the function out. Read so: its return value is the function passed on, hence a reference there,
// and what calls it later is no access of its own.
const loading = import('@acme/client').then((m) => m.getItem); // expect: reference getItem

export async function show(id: number) {
  const load = await loading;
  return load(id); // ok: counted where the function was handed out
}
