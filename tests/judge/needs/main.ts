// Every call of `use` says in its comment which variables are set wherever it runs ("-": none that is known).
import { config } from './config';

declare function use(): void;
declare const id: string;

function returnsBefore() {
  if (!process.env.KEY) return;
  use(); // KEY
}

function throwsBefore() {
  const key = process.env.KEY;
  if (!key || !id) throw new Error('no key');
  use(); // KEY
}

function onlyWarns() {
  if (!process.env.KEY) console.warn('no key');
  use(); // -
}

function leavesTooLate() {
  use(); // -
  if (!process.env.KEY) return;
}

function oneOfTwo() {
  if (!process.env.KEY && !process.env.OTHER) return;
  use(); // -
}

function both() {
  if (!(process.env.KEY && process.env.OTHER)) return;
  use(); // KEY OTHER
}

function inABranch() {
  if (process.env.KEY) {
    use(); // KEY
  } else {
    use(); // -
  }
}

function otherwise() {
  if (!process.env.KEY) {
    use(); // -
  } else {
    use(); // KEY
  }
}

function comparedWithNothing() {
  if (process.env.KEY === undefined) return;
  use(); // KEY
}

function comparedWithAWord() {
  if (process.env.MODE !== 'on') return;
  use(); // MODE
  if (process.env.OTHER === 'off') return;
  use(); // MODE
}

function hasADefault() {
  const key = process.env.KEY || 'none';
  if (!key) return;
  use(); // -
}

function emptyDefault() {
  const key = process.env.KEY ?? '';
  if (!key) return;
  use(); // KEY
}

function insist() {
  if (!process.env.KEY) throw new Error('no key');
}

function remind() {
  if (!process.env.KEY) return;
  console.log('key');
}

function callsWhatInsists() {
  insist();
  use(); // KEY
}

function callsWhatReturns() {
  remind();
  use(); // -
}

function mayCall() {
  if (id) insist();
  use(); // -
}

function ready(): boolean {
  return !!process.env.KEY;
}

function asksAFunction() {
  if (!ready()) return;
  use(); // KEY
}

let client: object | null = null;

function connect(): object {
  if (!client) {
    if (!config.key) throw new Error('no key');
    client = { key: config.key };
  }
  return client;
}

function usesAClientThatIsMadeOnce() {
  const connection = connect();
  use(); // KEY
  console.log(connection);
}

function aParameterIsTheCallersBusiness(key?: string) {
  if (!key) return;
  use(); // -
}

function inALoop(rows: string[]) {
  for (const row of rows) {
    if (!process.env.KEY) continue;
    use(); // KEY
    console.log(row);
  }
  use(); // -
}

function inATry() {
  try {
    if (!process.env.KEY) return;
    use(); // KEY
  } finally {
    use(); // -
  }
}

function exits() {
  if (!process.env.KEY) {
    console.error('no key');
    process.exit(1);
  }
  use(); // KEY
}

function handedOn(rows: string[]) {
  if (!process.env.KEY) return;
  rows.forEach(() => {
    use(); // KEY
  });
}

const on = (): boolean => process.env.KEY === 'on';

function keepsTheAnswer(rows: string[], asked: boolean) {
  const isOn = on();
  const isBoth = isOn && rows.length > 0;
  const isEither = isOn || asked;
  const isOff = process.env.KEY !== 'on';
  let changed = isOn;
  if (asked) changed = true;
  if (isOn) {
    use(); // KEY
  } else {
    use(); // -
  }
  if (isBoth) {
    use(); // KEY
  }
  if (isEither) {
    use(); // -
  }
  if (changed) {
    use(); // -
  }
  if (isOff) {
    use(); // -
  } else {
    use(); // KEY
  }
  if (!isOff) {
    use(); // KEY
  }
}

function inAnExpression() {
  const made = process.env.KEY
    ? use() // KEY
    : use(); // -
  const other =
    process.env.OTHER &&
    use(); // OTHER
  console.log(made, other);
}

function insistInVain() {
  try {
    if (!process.env.KEY) throw new Error('no key');
  } catch {
    console.warn('no key');
  }
}

function callsWhatCatchesItself() {
  insistInVain();
  use(); // -
}

aParameterIsTheCallersBusiness(process.env.KEY);
