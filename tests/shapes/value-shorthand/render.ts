export interface Deps {
  getItem: (id: number) => Promise<unknown>;
}

export const render = async (id: number, deps: Deps) => deps.getItem(id); // ok: counted where it was handed on
