export type Kind = 'title' | 'label';
export type Target = 'albums' | `plays` | Later;
type Later = 'later';
export type Open = 'albums' | string;

export interface Conf {
  kind: Kind;
  column: 'title_text' | 'label_text';
}
export const CONFS: readonly Conf[] = [
  { kind: 'title', column: 'title_text' },
  { kind: 'label', column: 'label_text' },
] as const;
