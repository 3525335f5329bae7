import { Drawer } from './shelf';

export const parts = { service: Drawer };
