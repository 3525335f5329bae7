// The variable's name is itself a constant, of this file or of another one.
import { ACME_ENV, OTHER_ENV } from './names';

const OWN = 'ACME_URL';
const read = (name: string) => process.env[name] ?? '';

export const show = (id: number) => fetch(`${process.env[ACME_ENV]}/items/${id}`); // expect: request GET /items/{}
export const own = () => fetch(process.env[OWN] + '/own'); // expect: request GET /own
export const byHelper = () => fetch(`${read('ACME_URL')}/helper`); // expect: request GET /helper
export const other = () => fetch(`${process.env[OTHER_ENV]}/items`); // ok: another variable
export const otherRead = () => fetch(`${read('OTHER_URL')}/items`); // ok: another variable
