// Several paths to one end as one graph: steps that all of them take one after the other become one node, a run.

/**
 * @param {number[][]} ways the steps of each path; the first is the one that is walked
 * @returns {Merged}
 */
function merged(ways) {
  const keyed = ways.map(keysOf);
  const links = linksOf(keyed.map(({ keys }) => keys));
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {Run[]} */
  const runs = [];
  const edges = new Map();
  const routes = keyed.map(({ keys, steps }, way) => {
    const route = /** @type {number[]} */ ([]);
    keys.forEach((key, at) => {
      if (at === 0 || begins(key, keys[at - 1], steps[at], steps[at - 1], links)) {
        const number = numbers.get(key) ?? runs.length;
        if (number === runs.length) runs.push({ steps: [], main: way === 0, from: at, to: at, ways: [] });
        numbers.set(key, number);
        runs[number].ways.push(way);
        if (route.length) edges.set(`${route[route.length - 1]} ${number}`, [route[route.length - 1], number]);
        route.push(number);
      }
      const run = runs[route[route.length - 1]];
      if (run.ways[0] !== way) return;
      run.steps.push(steps[at]);
      run.to = at;
    });
    return route;
  });
  return { runs, edges: [...edges.values()], routes };
}

/** A step that a path takes twice is two nodes, so that no path runs in a circle. @param {number[]} steps */
function keysOf(steps) {
  /** @type {Map<number, number>} */
  const seen = new Map();
  const keys = steps.map((step) => {
    const times = seen.get(step) ?? 0;
    seen.set(step, times + 1);
    return `${step}.${times}`;
  });
  return { keys, steps };
}

/** @typedef {{next: Map<string, Set<string>>, last: Map<string, Set<string>>}} Links */

/** @param {string[][]} ways @returns {Links} */
function linksOf(ways) {
  const links = { next: new Map(), last: new Map() };
  for (const keys of ways) {
    add(links.last, keys[0], '');
    keys.forEach((key, at) => {
      add(links.next, key, keys[at + 1] ?? '');
      if (at + 1 < keys.length) add(links.last, keys[at + 1], key);
    });
  }
  return links;
}

/** @param {Map<string, Set<string>>} sets @param {string} key @param {string} value */
function add(sets, key, value) {
  const set = sets.get(key) ?? new Set();
  set.add(value);
  sets.set(key, set);
}

/** The column that a step reads what was stored before; '' for most steps. @param {number} step */
function columnOf(step) {
  return /^read from (\S+): /.exec(stepAt(step).note)?.[1] ?? '';
}

/**
 * Whether a run begins at a step: paths meet here or parted before, or the code goes on in another file or behind a column.
 * @param {string} key @param {string} before @param {number} step @param {number} previous @param {Links} links
 */
function begins(key, before, step, previous, links) {
  if (links.last.get(key)?.size !== 1 || links.next.get(before)?.size !== 1 || columnOf(step)) return true;
  return REPORT.steps[step * 4] !== REPORT.steps[previous * 4];
}
