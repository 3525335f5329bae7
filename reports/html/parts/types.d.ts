/* What page_data writes, for the type checker; the names are those of the JSON report. Not part of the page. */

type Evidence = { file: string; line: number; note: string };
type Reach = "renders" | "escapes" | "stores" | "decides" | "contained" | "unreachable";
type GateState = "none" | "unarmed" | "late" | "forced" | "partly" | "argument" | "guard" | "filter";
type FlaggedState = "yes" | "no" | "unknown";
type State = "live" | "env" | "dormant" | "unknown" | "no";
type Sink = {
  kind: string; file: string; line: number; column: number;
  routes: string[]; columns: string[]; channel: string | null;
};
type Flagged = { state: FlaggedState; evidence: Evidence[] };
type Condition = { kind: "env" | "dormant"; name: string };
/** sink, flow, confidence, flagged, state, conditions, stored_in, guard, fields, leaf: numbers point into the pools */
type PathRow = [number, string, string, number | null, State | null, number, number, number | null, number, number];
type Path = {
  number: number; sink: Sink; flow: string; confidence: string; flagged: Flagged | null; state: State | null; conditions: Condition[];
  stored_in: string[]; guard: Evidence | null; fields: string[]; leaf: number;
};
type Recommendation = { decision: string | null; because: string[]; places: Evidence[] };
type Decision = {
  file: string; decision: string; reason: string; decided_by: string; decided_on: string;
  review_by: string | null; due: string | null; covers: string[]; state: string; changed: string[];
};
type Gate = {
  state: GateState; evidence: Evidence[];
  chains: { file: string; line: number; function: string; state: GateState; note: string }[];
  defects: { kind: string; file: string; line: number; note: string }[];
};
type Access = {
  id: string; subject: string; group: string | null; kind: string; language: string; scope: string;
  file: string; line: number; column: number; through: Evidence[]; wrapper: boolean; function: string;
  label: string | null; identity: { function: string; call: string; ordinal: number };
  gate: Gate | null; keyed_by: { kind: string; column: string | null; evidence: Evidence[] }[];
  reach: Reach | null; escapes: (Evidence & { column: number; reason: string })[]; paths: PathRow[]; decided: string;
};
type Server = {
  commit: string | null; route: string; handler: string | null; at: { file: string; line: number } | null;
  reaches: Record<string, { file: string; line: number; chain: { function: string }[] }[]>;
  claims: Record<string, string>; when: string[]; unresolved: Evidence[];
};
type Subject = {
  id: string; kind: string; origin: string; listed: boolean; exempt: string | null; carries: string | null;
  defined_at: { file: string; line: number } | null; protection: string; endpoints: string[]; server: Server | null;
  reach: Reach | null; gate: GateState | null; flagged: FlaggedState | null; counted: number;
  recommendation: Recommendation | null; decisions: Decision[];
};
type Group = {
  id: string; title: string; accesses: string[]; options: { decision: string; needs: string[] }[];
  recommendation: Recommendation | null; decisions: Decision[];
};
type Row = {
  id: string; is: string; accesses: number; carries: string; shown: string; reach: Reach | null;
  flagged: [FlaggedState | null, string]; gate: [GateState | null, string]; server: string; proposal: string; decision: string;
  record: string; places: { name: string; state: [State | null, string]; columns: string[]; access: string; path: number }[];
};
type ReportData = {
  title: string; checkout: string; found: string; tool: string; rules: string; called: string; repository: string | null;
  coverage: {
    files: number; parsed: number; unread: [string, string][]; elsewhere: number;
    look_alikes: { name: string; file: string; line: number; is: string }[]; look_alikes_unlisted: number;
  };
  rows: Row[]; others: Row[]; through: string;
  subjects: Subject[]; groups: Group[]; accesses: Access[];
  grounds: { id: string; quote: string; source: string; state: string; says: string; evidence: Evidence[] }[];
  triggers: { id: string; state: string; says: string; evidence: Evidence[]; confirm: string | null }[];
  drift: { kind: string; file: string; line: number; note: string }[];
  findings: { rule: string; level: string; file: string; line: number; message: string; help: string; state: string;
    access: string | null }[];
  files: string[]; notes: string[]; steps: number[]; up: number[]; at: number[];
  sinks: Sink[]; flagged: Flagged[]; guards: Evidence[]; lists: string[][]; conditions: Condition[][];
  excerpts: Record<string, Record<string, string>>;
};
type Step = { number: number; file: string; line: number; column: number; note: string };
/** All paths of an access that end at the same place for people: the same routes, columns or line. */
type End = { kind: string; names: string[]; paths: Path[]; state: State | null; always: boolean };
type Child = Node | string | number | null | undefined | false;
type Run = { steps: number[]; main: boolean; from: number; to: number; ways: number[] };
type Merged = { runs: Run[]; edges: [number, number][]; routes: number[][] };
type Box = { width: number; height: number; main: boolean };
type Point = { x: number; y: number };
type LaidOut = { width: number; height: number; centers: Point[]; lines: Point[][] };
type Station = { kind: "end" | "run"; title: string; aside: string; code: string | null; column: number; run: Run | null;
  main: boolean };
/** The path that is walked: path number `way` of an end of an access. */
type Shown = { access: Access; end: End; way: number };
