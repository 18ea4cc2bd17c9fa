// What may be meant by what somebody types in a text field of a kind. Types only.

export interface TextHit {
  readonly label: string;
  /** What is written in the place of what was typed. */
  readonly insert: string;
  /** Said beside it. */
  readonly note: string;
}
export interface TextCompletion {
  /** What is replaced: [from, to) of the text. */
  readonly from: number;
  readonly to: number;
  /** The nearest first. */
  readonly hits: readonly TextHit[];
}
/** Null where nothing is meant, or where it is all there already. */
export type CompleteText = (text: string, caret: number) => TextCompletion | null;
