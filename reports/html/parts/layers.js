// A layered drawing of a small graph (after Sugiyama, Tagawa, Toda 1981): edges point down, the walked path is one
// straight column at the left, the others bend around it.

const GAP = { x: 20, y: 24, bend: 12 };

/**
 * @param {Box[]} boxes
 * @param {[number, number][]} edges
 * @returns {LaidOut}
 */
function laidOut(boxes, edges) {
  const layer = layersOf(boxes.length, withoutCircles(boxes.length, edges));
  const parts = boxes.map((box, number) => ({ ...box, layer: layer[number] }));
  const chains = edges.map(([from, to]) => chainOf(parts, from, to));
  const rows = rowsOf(parts);
  ordered(rows, chains, parts);
  const centers = placed(rows, chains, parts);
  return {
    width: Math.max(0, ...parts.map((part, number) => centers[number].x + part.width / 2)),
    height: Math.max(0, ...parts.map((part, number) => centers[number].y + part.height / 2)),
    centers: centers.slice(0, boxes.length),
    lines: chains.map((chain) => chain.map((number) => centers[number])),
  };
}

/** @typedef {Box & {layer: number}} Part */

/** The edges without those that lead back, in a walk that takes edges as they come. @param {number} count @param {[number, number][]} edges */
function withoutCircles(count, edges) {
  const out = /** @type {number[][]} */ (Array.from({ length: count }, () => []));
  for (const [from, to] of edges) out[from].push(to);
  const state = new Uint8Array(count);
  const kept = /** @type {[number, number][]} */ ([]);
  for (let root = 0; root < count; root += 1) {
    const open = state[root] ? [] : [[root, 0]];
    while (open.length) {
      const top = open[open.length - 1];
      const [node, at] = top;
      state[node] = 1;
      top[1] += 1;
      if (at === out[node].length) {
        state[node] = 2;
        open.pop();
        continue;
      }
      const to = out[node][at];
      if (state[to] === 1) continue;
      kept.push([node, to]);
      if (state[to] === 0) open.push([to, 0]);
    }
  }
  return kept;
}

/** How far down each node stands: behind all that lead to it. @param {number} count @param {[number, number][]} edges */
function layersOf(count, edges) {
  const layer = new Array(count).fill(0);
  const waiting = new Array(count).fill(0);
  const out = /** @type {number[][]} */ (Array.from({ length: count }, () => []));
  for (const [from, to] of edges) {
    out[from].push(to);
    waiting[to] += 1;
  }
  const ready = [...layer.keys()].filter((node) => waiting[node] === 0);
  for (const node of ready) {
    for (const to of out[node]) {
      layer[to] = Math.max(layer[to], layer[node] + 1);
      waiting[to] -= 1;
      if (waiting[to] === 0) ready.push(to);
    }
  }
  return layer;
}

/** The nodes of an edge, with a bend in every layer that it crosses. @param {Part[]} parts @param {number} from @param {number} to */
function chainOf(parts, from, to) {
  const chain = [from];
  const down = parts[from].layer <= parts[to].layer ? 1 : -1;
  for (let layer = parts[from].layer + down; layer * down < parts[to].layer * down; layer += down) {
    chain.push(parts.length);
    parts.push({ width: GAP.bend, height: 0, main: false, layer });
  }
  return [...chain, to];
}

/** @param {Part[]} parts @returns {number[][]} */
function rowsOf(parts) {
  const rows = /** @type {number[][]} */ ([]);
  parts.forEach((part, number) => {
    (rows[part.layer] ??= []).push(number);
  });
  return rows;
}

const SWEEPS = 6;

/** Sort every row so that few edges cross: by the mean of the neighbours, down and up. @param {number[][]} rows @param {number[][]} chains @param {Part[]} parts */
function ordered(rows, chains, parts) {
  const above = neighbours(chains, parts, 1);
  const below = neighbours(chains, parts, -1);
  const rank = new Array(parts.length).fill(0);
  const number = () => rows.forEach((row) => row.forEach((node, at) => (rank[node] = at)));
  const sort = (/** @type {number[]} */ row, /** @type {number[][]} */ near) => {
    const key = new Map(row.map((node) => [node, parts[node].main ? -1 : mean(near[node].map((one) => rank[one]), rank[node])]));
    row.sort((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0));
    row.forEach((node, at) => (rank[node] = at));
  };
  rows.forEach((row) => row.sort((a, b) => Number(parts[b].main) - Number(parts[a].main)));
  number();
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    if (sweep % 2 === 0) rows.forEach((row) => sort(row, above));
    else [...rows].reverse().forEach((row) => sort(row, below));
  }
}

/** @param {number[][]} chains @param {Part[]} parts @param {1 | -1} side */
function neighbours(chains, parts, side) {
  const near = /** @type {number[][]} */ (parts.map(() => []));
  for (const chain of chains) {
    for (let at = 1; at < chain.length; at += 1) {
      const [one, two] = [chain[at - 1], chain[at]];
      if ((parts[two].layer - parts[one].layer) * side > 0) near[two].push(one);
      else near[one].push(two);
    }
  }
  return near;
}

/** @param {number[]} values @param {number} otherwise */
function mean(values, otherwise) {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : otherwise;
}

/** @param {number[][]} rows @param {number[][]} chains @param {Part[]} parts @returns {Point[]} */
function placed(rows, chains, parts) {
  const above = neighbours(chains, parts, 1);
  const first = Math.max(0, ...parts.filter((part) => part.main).map((part) => part.width));
  const centers = /** @type {Point[]} */ (parts.map(() => ({ x: 0, y: 0 })));
  let y = 0;
  for (const row of rows) {
    const height = Math.max(...row.map((node) => parts[node].height));
    let right = 0;
    for (const node of row) {
      const half = parts[node].width / 2;
      const wanted = parts[node].main ? first / 2 : mean(above[node].map((one) => centers[one].x), 0);
      const x = parts[node].main ? wanted : Math.ceil(Math.max(wanted, right + half));
      centers[node] = { x, y: y + height / 2 };
      right = x + half + GAP.x;
    }
    y += height + GAP.y;
  }
  return centers;
}
