// Conditions that are filled by statements leave flagged rows out where each query that uses them finds that in them.
import { getItem } from '@acme/client';
import { DataTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DB_URL!);
const Item = sequelize.define('items', { id: DataTypes.INTEGER, withheld: DataTypes.BOOLEAN, title: DataTypes.TEXT });

export async function first(title: string) {
  const where: any = {};
  where.withheld = false;
  if (title) where.title = title;
  for (const row of await Item.findAll({ where })) await getItem(row.id); // expect: call getItem ; gate: filter
}
export async function onlyThen(all: boolean) {
  const where: any = {};
  if (!all) where.withheld = false;
  for (const row of await Item.findAll({ where })) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function setAgain() {
  const where: any = { withheld: false };
  where.withheld = true;
  for (const row of await Item.findAll({ where })) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function afterwards() {
  const where: any = {};
  for (const row of await Item.findAll({ where })) await getItem(row.id); // expect: call getItem ; gate: none
  where.withheld = false;
}
export async function options() {
  const options: any = {};
  options.where = { withheld: false };
  for (const row of await Item.findAll(options)) await getItem(row.id); // expect: call getItem ; gate: filter
}
export async function takenAway() {
  const where: any = { title: 'a' };
  where.withheld = false;
  delete where.withheld;
  for (const row of await Item.findAll({ where })) await getItem(row.id); // expect: call getItem ; gate: none
}
function open(where: any) {
  delete where.withheld;
}
export async function inHelper() {
  const where: any = { title: 'a' };
  where.withheld = false;
  open(where);
  for (const row of await Item.findAll({ where })) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function literal() {
  const where: any = { title: 'a', withheld: false };
  open(where);
  for (const row of await Item.findAll({ where })) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function perhaps(all: boolean) {
  const where: any = {};
  where.withheld = all ? undefined : false;
  for (const row of await Item.findAll({ where })) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function byKey(k: string) {
  const where: any = {};
  where.withheld = false;
  where[k] = 'x';
  for (const row of await Item.findAll({ where })) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function over(given: any) {
  const where: any = {};
  where.withheld = false;
  Object.assign(where, given);
  for (const row of await Item.findAll({ where })) await getItem(row.id); // expect: call getItem ; gate: none
}
