import { createContext, useContext } from 'react';

export interface IItemStore {
  remove: (id: number) => Promise<void>;
  note(text: string): void;
  hold(text: string): void;
}
class ItemStore implements IItemStore {
  held = '';
  remove = async (id: number) => {
    console.log(id); // sink: log ; possible: log
  };
  note(text: string) {
    console.warn(text); // sink: log ; possible: log
  }
  hold(text: string) {
    this.held = text;
  }
}
class OtherStore {
  remove = async (id: number) => {
    console.info(id); // ok: it has not the type
  };
}
class RootStore {
  items: IItemStore = new ItemStore();
  others = new OtherStore();
}

const Context = createContext(new RootStore());
export const useItems = (): IItemStore => {
  const root = useContext(Context);
  if (root === undefined) throw new Error('no store');
  return root.items;
};
