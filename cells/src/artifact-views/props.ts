// What the view of an artifact type is given.

import type { ArtifactReader, OutputHandle, OutputProps } from "../contract/kind-view.ts";

export interface ArtifactViewProps {
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly compact?: boolean | undefined;
  /** The host adds a cell: a value picked in the table becomes a filter. */
  readonly keepRows?: OutputProps["keepRows"];
  /** Of a table that a cell wrote about data: what a text in it is called; null: as it stands. */
  readonly called?: ((column: string, text: string) => string | null) | undefined;
}
