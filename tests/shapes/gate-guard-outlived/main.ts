// A function that runs later finds what its names have by then: a check where it was made says nothing of that. Beside
// each one that finds the row which was checked.
import { getItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

const later = (run: () => void) => setTimeout(run, 10);
const found = () => db.select().from(items);

async function loops() {
  const rows = await found();
  for (var row of rows) if (!row.withheld) later(() => getItem(row.id)); // expect: call getItem ; gate: none
  for (const one of rows) if (!one.withheld) later(() => getItem(one.id)); // expect: call getItem ; gate: guard
  for (var each of rows) if (!each.withheld) await getItem(each.id); // expect: call getItem ; gate: guard
  for (var { id, withheld } of rows) if (!withheld) later(() => getItem(id)); // expect: call getItem ; gate: none
  let kept;
  for (kept of rows) if (!kept.withheld) later(() => getItem(kept.id)); // expect: call getItem ; gate: none
}

async function positions() {
  const rows = await found();
  for (var i = 0; i < rows.length; i++) {
    if (rows[i].withheld) continue;
    later(() => getItem(rows[i].id)); // expect: call getItem ; gate: none
  }
  for (let n = 0; n < rows.length; n++) {
    if (rows[n].withheld) continue;
    later(() => getItem(rows[n].id)); // expect: call getItem ; gate: guard
  }
}

async function names() {
  let last: any, open: any;
  for (const row of await found()) {
    last = row;
    if (row.withheld) continue;
    open = row;
    later(() => getItem(last.id)); // expect: call getItem ; gate: none
    later(() => getItem(open.id)); // expect: call getItem ; gate: guard
  }
  let [row] = await found();
  if (row.withheld) return;
  later(() => getItem(row.id)); // expect: call getItem ; gate: none
  const [other] = await found();
  row = other;
}

async function counted() {
  let count = 0;
  for (const row of await found()) {
    count += 1;
    if (row.withheld) continue;
    later(() => getItem(row.id + 0 * count)); // expect: call getItem ; gate: guard
  }
}

async function runs() {
  const jobs = [];
  for (var row of await found()) {
    if (row.withheld) continue;
    jobs.push(() => getItem(row.id)); // expect: call getItem ; gate: none
    const give = () => getItem(row.id); // expect: call getItem ; gate: none
    later(give);
    const send = () => getItem(row.id); // expect: call getItem ; gate: guard
    await send();
    ['a', 'b'].forEach(() => getItem(row.id)); // expect: call getItem ; gate: guard
    ['a', 'b'].forEach(() => later(() => getItem(row.id))); // expect: call getItem ; gate: none
  }
  for (const job of jobs) await job();
}

void loops();
void positions();
void names();
void counted();
void runs();
