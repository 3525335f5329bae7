// pnpm: package.json names no workspaces, pnpm-workspace.yaml does.
import { getItem } from '@acme/items';

export const show = (id: number) => getItem(id); // expect: call getItem
