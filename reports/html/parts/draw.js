// The graph of an end: from the service's endpoint through the code to where it is shown, as an SVG image.

const BOX = { width: 272, line: 16, pad: 7, letters: 40, base: 11.5 };
const MOST_WAYS = 8;
const MOST_ENDPOINTS = 3;

/**
 * @param {Shown} shown
 * @param {(run: Run) => void} choose
 * @param {(run: Run | null) => void} hover
 */
function drawn(shown, choose, hover) {
  const { stations, edges, numbers } = stationsOf(shown);
  const out = laidOut(stations.map(boxOf), edges);
  const width = out.width + 2;
  const lines = edges.map(([from, to], number) => edgeOf(out.lines[number], stations, from, to));
  lines.sort((a, b) => Number(a.classList.contains('main')) - Number(b.classList.contains('main')));
  const boxes = stations.map((station, number) => stationOf(station, out.centers[number], choose, hover));
  const image = svg('svg', { class: 'graph', width, height: out.height + 2, viewBox: `-1 -1 ${width} ${out.height + 2}`, 'aria-hidden': 'true' }, lines, boxes);
  /** @param {string} name @param {number} at the step whose box gets the class, and no other */
  const mark = (name, at) => {
    stations.forEach(({ run }, number) => {
      boxes[number].classList.toggle(name, run !== null && run.main && run.from <= at && at <= run.to);
    });
  };
  /** @param {number} at the step that is walked */
  const walk = (at) => {
    mark('here', at);
    return boxes.find((box) => box.classList.contains('here')) ?? null;
  };
  /** @param {number} at the step that is pointed at */
  const hint = (at) => mark('hint', at);
  /** The number of the first drawn path, in its end, that takes a run. @param {Run} run */
  const wayThrough = (run) => numbers[run.ways[0]];
  return { image, walk, hint, wayThrough };
}

/** The nodes of the graph: endpoints, the subject, wrappers, runs of code, routes. @param {Shown} shown */
function stationsOf(shown) {
  const { access, end, way } = shown;
  const numbers = nearest(end.paths.length, way).filter((number) => end.paths[number].leaf >= 0);
  const graph = merged(numbers.map((number) => stepsOf(end.paths[number].leaf)));
  const subject = REPORT.subjects.find((one) => one.id === access.subject);
  const endpoints = capped(subject?.endpoints ?? []).map((name, at) => endStation(name, 'endpoint', at === 0));
  const before = [...endpoints, endStation(access.subject, subject?.kind ?? '', true)];
  const through = [...access.through].reverse().map((one) => /** @type {Station} */ ({
    kind: 'run', title: `${baseName(one.file)}:${one.line}`, aside: `through ${one.note}`, code: codeAt(one.file, one.line), column: 0, run: null, main: true,
  }));
  const after = capped(end.names).map((name, at) => endStation(name, KIND_TITLES[end.kind] ?? end.kind, at === 0));
  const stations = [...before, ...through, ...graph.runs.map(runStation), ...after];
  const first = before.length + through.length;
  const last = first + graph.runs.length;
  /** @type {[number, number][]} */
  const edges = [];
  for (let number = 0; number < before.length - 1; number += 1) edges.push([number, before.length - 1]);
  for (let number = before.length; number < first; number += 1) edges.push([number - 1, number]);
  const roots = new Set(graph.routes.map((route) => route[0] + first));
  const leaves = new Set(graph.routes.map((route) => route[route.length - 1] + first));
  for (const root of roots) edges.push([first - 1, root]);
  edges.push(...graph.edges.map(([from, to]) => /** @type {[number, number]} */ ([from + first, to + first])));
  for (const leaf of leaves.size ? leaves : [first - 1]) for (let to = last; to < stations.length; to += 1) edges.push([leaf, to]);
  return { ...throughColumns(stations, edges), numbers };
}

/**
 * The graph with a station for every column that something is read from, between what wrote and what reads.
 * @param {Station[]} stations
 * @param {[number, number][]} edges
 */
function throughColumns(stations, edges) {
  const all = [...stations];
  const columns = new Map();
  const parted = new Map();
  for (const [from, to] of edges) {
    const { run, main } = stations[to];
    const name = run === null ? '' : columnOf(run.steps[0]);
    if (name && !columns.has(name)) {
      columns.set(name, all.length);
      all.push(endStation(name, 'column', main));
    }
    const parts = name ? [from, columns.get(name), to] : [from, to];
    if (name) all[parts[1]].main ||= main;
    for (let at = 1; at < parts.length; at += 1) parted.set(`${parts[at - 1]} ${parts[at]}`, [parts[at - 1], parts[at]]);
  }
  return { stations: all, edges: /** @type {[number, number][]} */ ([...parted.values()]) };
}

/** The path that is walked, and the next ones around it, as many as a drawing bears. @param {number} count @param {number} way */
function nearest(count, way) {
  const others = [...Array(count).keys()].filter((one) => one !== way);
  others.sort((a, b) => Math.abs(a - way) - Math.abs(b - way) || a - b);
  return [way, ...others.slice(0, MOST_WAYS - 1).sort((a, b) => a - b)];
}

/** @param {string[]} names */
function capped(names) {
  if (names.length <= MOST_ENDPOINTS + 1) return names;
  return [...names.slice(0, MOST_ENDPOINTS), `and ${names.length - MOST_ENDPOINTS} more`];
}

/** @param {string} title @param {string} aside @param {boolean} main @returns {Station} */
function endStation(title, aside, main) {
  return { kind: 'end', title, aside, code: null, column: 0, run: null, main };
}

/** @param {Run} run @returns {Station} */
function runStation(run) {
  const step = stepAt(run.steps[0]);
  const code = codeAt(step.file, step.line);
  const many = run.steps.length > 1 ? counted(run.steps.length, 'step') : '';
  return { kind: 'run', title: `${baseName(step.file)}:${step.line}`, aside: many, code: code ?? step.note, column: code === null ? 0 : step.column, run, main: run.main };
}

/** @param {Station} station @returns {Box} */
function boxOf(station) {
  const lines = station.code === null ? titleLines(station).length : 2;
  return { width: BOX.width, height: BOX.pad * 2 + BOX.line * lines, main: station.main };
}

/** The title of an end in at most two lines, parted where a name goes on. @param {Station} station @returns {string[]} */
function titleLines({ kind, title, aside }) {
  const room = BOX.letters - (aside ? aside.length + 1 : 0);
  if (kind === 'run' || title.length <= room) return [cut(title, room)];
  const at = Math.max(title.lastIndexOf('/', room - 1), title.lastIndexOf('.', room - 1), title.lastIndexOf(' ', room - 1));
  const parted = at > room / 3 ? at : room;
  return [title.slice(0, parted), cut(title.slice(parted), BOX.letters)];
}

/** Is it on the way that is walked? All endpoints and routes are, only one of each stands in its column. @param {Station} station */
function walked({ run, main, aside }) {
  return main || (run === null && aside !== 'column');
}

/** @param {Point[]} points @param {Station[]} stations @param {number} from @param {number} to */
function edgeOf(points, stations, from, to) {
  const main = [stations[from], stations[to]].every(walked);
  const [first, last] = [points[0], points[points.length - 1]];
  const down = first.y <= last.y ? 1 : -1;
  let [x, y] = [first.x, first.y + (boxOf(stations[from]).height / 2) * down];
  let path = `M${x} ${y}`;
  points.slice(1).forEach((point, at) => {
    const end = at === points.length - 2 ? point.y - (boxOf(stations[to]).height / 2) * down : point.y;
    const middle = (y + end) / 2;
    path += `C${x} ${middle} ${point.x} ${middle} ${point.x} ${end}`;
    [x, y] = [point.x, end];
  });
  return svg('path', { class: main ? 'edge main' : 'edge', d: path });
}

/**
 * @param {Station} station
 * @param {Point} center
 * @param {(run: Run) => void} choose
 * @param {(run: Run | null) => void} hover
 */
function stationOf(station, center, choose, hover) {
  const { width, height } = boxOf(station);
  const { run } = station;
  const main = walked(station);
  const group = svg(
    'g',
    { class: `station ${station.kind}${main ? ' main' : ''}`, transform: `translate(${center.x - width / 2} ${center.y - height / 2})` },
    svg('title', {}, [station.title, station.aside, station.code].filter(Boolean).join('\n')),
    svg('rect', { width, height, rx: 4 }),
    svg('text', { class: 'title' }, titleLines(station).map((line, at) => svg('tspan', { x: BOX.pad, y: BOX.pad + BOX.base + at * BOX.line }, line))),
    svg('text', { class: 'aside', x: width - BOX.pad, y: BOX.pad + BOX.base, 'text-anchor': 'end' }, station.aside),
    station.code !== null && svg('text', { class: 'code', x: BOX.pad, y: BOX.pad + BOX.base + BOX.line }, codeSpans(station.code, station.column)),
  );
  if (run) {
    group.addEventListener('click', () => choose(run));
    group.addEventListener('mouseenter', () => hover(run));
    group.addEventListener('mouseleave', () => hover(null));
  }
  return group;
}

/** @param {string} code @param {number} column */
function codeSpans(code, column) {
  const text = cut(code.trimStart(), BOX.letters);
  if (column === 0) return [text];
  return tokensOf(text).map(({ kind, text: part }) => svg('tspan', { class: kind && `t-${kind}` }, part));
}

/** @param {string} text @param {number} most */
function cut(text, most) {
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;
}
