import { RootStore, StoreContext } from './root';

const root = new RootStore();

export function Provider({ children }: { children: unknown }) {
  return <StoreContext.Provider value={root}>{children}</StoreContext.Provider>; // ok: handed on, and shown by those who use it
}
