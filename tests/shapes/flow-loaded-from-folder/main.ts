// Where the name of a module begins with a text, it stands in that folder.
import * as reports from './jobs/reports';
import * as tools from './tools/reports';

const SDK = '@acme/sdk';
const sdk = () => import(SDK); // ok: no computed name

async function work(name: string, id: number) {
  const { default: Job } = await import(/* any of them */ `./jobs/${name}`);
  return new Job().run(id);
}

setInterval(work, 1000, sdk, Object.keys(reports)[0], Object.keys(tools).length);
