// The first line of a text as it stands there and as it may have been.

export interface FirstLine {
  /** Of the file, from 1: where it stands, or should stand. */
  readonly line: number;
  /** As it stands there, null: it is not there at all. */
  readonly found: string | null;
  /** As it may have been. */
  readonly expected: string;
  /** What it stands for where the file itself does not tell (a title of a read); absent: it is `expected` word for word. */
  readonly isForm?: true;
  /** The text with it. */
  readonly text: string;
}
