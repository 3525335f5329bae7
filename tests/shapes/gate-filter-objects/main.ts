// Conditions that are objects: rows are left out only where every way that the query may be written says so. Beside each
// a look-alike that lets flagged rows through.
import { getItem } from '@acme/client';
import { DataTypes, Op, Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DB_URL!);
const Item = sequelize.define('items', { id: DataTypes.INTEGER, withheld: DataTypes.BOOLEAN, title: DataTypes.TEXT });
const all = process.argv.length > 2;

export async function plain() {
  for (const row of await Item.findAll({ where: { withheld: false } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await Item.findAll({ where: { withheld: true } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await Item.findAll({ where: { title: 'a' } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  const open = await Item.findOne({ where: { withheld: false, title: 'a' } });
  await getItem(open.id); // expect: call getItem ; gate: filter
}

export async function operators() {
  for (const row of await Item.findAll({ where: { withheld: { [Op.not]: true } } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await Item.findAll({ where: { withheld: { [Op.ne]: false } } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await Item.findAll({ where: { withheld: { [Op.or]: [false, null] } } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await Item.findAll({ where: { [Op.or]: [{ withheld: false }, { title: 'a' }] } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await Item.findAll({ where: { [Op.and]: [{ withheld: false }, { title: 'a' }] } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await Item.findAll({ where: { [Op.not]: { withheld: true } } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await Item.findAll({ where: { withheld: [false] } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
}

export async function ways() {
  for (const row of await Item.findAll({ where: all ? {} : { withheld: false } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await Item.findAll({ where: { title: 'a', ...(all ? {} : { withheld: false }) } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await Item.findAll({ where: { title: 'a', ...(!all && { withheld: false }) } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  const shown = { withheld: false };
  for (const row of await Item.findAll({ where: { title: 'a', ...shown } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await Item.findAll({ where: { ...shown, withheld: all } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
}

export async function options(given: object) {
  for (const row of await Item.findAll(all ? {} : { where: { withheld: false } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await Item.findAll(all ? { where: { withheld: null } } : { where: { withheld: false } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await Item.findAll({ where: !all && { withheld: false } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  const shown = { where: { withheld: false, title: 'a' } };
  for (const row of await Item.findAll(shown)) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await Item.findAll({ where: { withheld: false }, ...given })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await Item.findAll({ ...given, where: { withheld: false } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
}

export async function given(where: Record<string, unknown>) {
  for (const row of await Item.findAll({ where: { withheld: false, ...where } })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await Item.findAll({ where: { ...where, withheld: false } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
}

export async function changed() {
  const where: Record<string, unknown> = { withheld: false };
  if (all) where.withheld = true;
  for (const row of await Item.findAll({ where })) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
}

void plain();
void operators();
void ways();
void options({});
void given({ withheld: true });
void changed();
