import { Settings } from './settings';

const settings = Settings.load();
export const items = () => fetch(`${settings.url}/items`); // expect: request GET /items
export const other = () => fetch(`${settings.other}/items`); // ok: another variable
