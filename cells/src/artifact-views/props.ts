// What the view of an artifact type is given.

import type { ArtifactReader, OutputHandle, OutputProps } from "../contract/kind-view.ts";

export interface ArtifactViewProps {
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly compact?: boolean | undefined;
  /** The host adds a cell: a value picked in the table becomes a filter. */
  readonly keepRows?: OutputProps["keepRows"];
}
