// What is only exported is not yet seen through: other files read it.
export const base = process.env.ACME_URL;
const later = process.env.ACME_URL;
export { later as renamed };
export const { ACME_URL: taken } = process.env;
export default process.env.ACME_URL;
export class Settings {
  static base = process.env.ACME_URL;
}
const looked = process.env.ACME_URL; // ok: kept under a name that nobody reads
export let assigned: string | undefined;
assigned = process.env.ACME_URL;
