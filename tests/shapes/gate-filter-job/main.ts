// A job in several files: what selects its rows is found through the loop, the map and the dependency object.
import { resolve, resolveAll } from './fetch';
import { run, runAll } from './run';

await run({ resolve, size: 50 });
await runAll({ resolve: resolveAll, size: 50 });
