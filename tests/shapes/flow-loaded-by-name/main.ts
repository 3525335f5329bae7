// Modules that are loaded by a name which is computed: what they export may run wherever a member of its name is called.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ReportTask from './tasks/report';
import { schedule } from './schedule';

function everyTask(): Record<string, new () => { perform(id: number): Promise<unknown> }> {
  const folder = join(__dirname, 'tasks');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, require(join(folder, name)).default]));
}

export async function work(queue: { take(): Promise<{ name: string; id: number }> }) {
  const { name, id } = await queue.take();
  const Task = everyTask()[name];
  const task = new Task();
  await task.perform(id);
}

schedule(ReportTask.name);
setInterval(work, 1000, schedule);
