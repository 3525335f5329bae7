import { createContext, useContext } from 'react';
import { DraftStore, ItemStore, type IItemStore } from './store';

export class RootStore {
  items: IItemStore;
  drafts = new DraftStore();
  theme = { dark: false };
  constructor() {
    this.items = new ItemStore();
  }
}

export const StoreContext = createContext(new RootStore());
export const useItems = (): IItemStore => useContext(StoreContext).items;
export const useDrafts = (): DraftStore => useContext(StoreContext).drafts;
export const useTheme = () => useContext(StoreContext).theme;
