// Sequelize: the same by associations of a model with itself.
import { getItem } from '@acme/client';
import { DataTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DB_URL!);
const columns = { id: DataTypes.INTEGER, withheld: DataTypes.BOOLEAN, remote: DataTypes.INTEGER, parentId: DataTypes.INTEGER };
const Item: any = sequelize.define('items', columns);
const Note: any = sequelize.define('notes', { id: DataTypes.INTEGER, remote: DataTypes.INTEGER });
Item.belongsTo(Item, { as: 'parent', foreignKey: 'parentId' });
Item.hasMany(Item, { as: 'children', foreignKey: 'parentId' });
Item.hasMany(Note, { as: 'notes' });

async function single(id: number, different: number) {
  const row = await Item.findByPk(id, { include: ['parent', { model: Note, as: 'notes' }] });
  if (row.withheld) return;
  await getItem(row.remote); // expect: call getItem ; gate: guard
  await getItem(row.parent.remote); // expect: call getItem ; gate: none
  for (const note of row.notes) await getItem(note.remote); // expect: call getItem ; gate: guard
  const other = await Item.findByPk(row.parentId);
  await getItem(other.remote); // expect: call getItem ; gate: none
  await getItem((await Item.findByPk(different)).remote); // expect: call getItem ; gate: none
  const again = await Item.findByPk(row.id);
  await getItem(again.remote); // expect: call getItem ; gate: guard
  await getItem((await Item.findByPk(id)).remote); // expect: call getItem ; gate: guard
}

async function several() {
  for (const row of await Item.findAll({ where: { withheld: false }, include: ['parent'] })) {
    await getItem(row.remote); // expect: call getItem ; gate: filter
    await getItem(row.parent.remote); // expect: call getItem ; gate: none
  }
}

async function asked(id: number) {
  const row = await Item.findByPk(id);
  if (row.withheld) return;
  const parent = await row.getParent();
  await getItem(parent.remote); // expect: call getItem ; gate: none
  await getItem((await row.getParent()).remote); // expect: call getItem ; gate: none
  for (const child of await row.getChildren()) await getItem(child.remote); // expect: call getItem ; gate: none
  for (const note of await row.getNotes()) await getItem(note.remote); // expect: call getItem ; gate: guard
  await getItem(row.get('remote')); // expect: call getItem ; gate: guard
  if (parent.withheld) return;
  await getItem(parent.remote); // expect: call getItem ; gate: guard
}

async function filtered() {
  for (const row of await Item.findAll({ where: { withheld: false } })) {
    await getItem((await row.getParent()).remote); // expect: call getItem ; gate: none
    await getItem((await row.getNotes())[0].remote); // expect: call getItem ; gate: filter
  }
}

void single(1, 2);
void several();
void asked(1);
void filtered();
