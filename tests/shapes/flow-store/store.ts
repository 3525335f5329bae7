// A store of a front end keeps the value in a field; components get the store through a hook, under its interface.
import { getItem } from '@acme/client';
import { makeObservable, runInAction } from 'mobx';

export interface IItemStore {
  item: { title: string } | undefined;
  loading: boolean;
  readonly shown: string;
  load: (id: number) => Promise<void>;
}

export class ItemStore implements IItemStore {
  item: { title: string } | undefined = undefined;
  loading = false;

  constructor() {
    makeObservable(this);
  }

  get shown() {
    return `${this.item?.title}`;
  }

  load = async (id: number) => {
    const item = await getItem(id); // expect: call getItem ; reach: renders
    runInAction(() => {
      this.item = item;
      this.loading = false;
    });
  };
}

export class DraftStore {
  item: { title: string } | undefined = undefined;
}
