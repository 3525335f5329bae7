// Modules that are loaded while the program runs: what they export runs however the module is taken.
import * as tasks from './tasks';
import * as named from './named';
import { Listed, Unlisted } from './classes';

import('./then').then((one) => one.run());
import('./taken').then(({ run }) => run());
void (await (await import('./awaited')).run());
const load = () => import('./later');
const [both] = await Promise.all([import('./both'), load()]);
void both.run();
for (const name of process.argv.slice(2)) {
  const command = await import(`./commands/${name}.ts`);
  await command.default();
}
for (const task of Object.values(tasks)) await task();
void named.first();
const { third } = named;
if (!third) process.exit(2);
for (const Kind of [Listed]) await new Kind().run();
const unlisted = new Unlisted();
if (!unlisted) process.exit(1);
