// A text field that several people type in at once: what the field that stands there first (CollabText.tsx) and the editor
// that follows it (CodeField.tsx) are given.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { CompleteText } from "@genomecraft/cells/contract/text-completion.ts";

export interface CollabTextProps {
  readonly cell: CellId;
  readonly field: string;
  readonly language: "sql" | "markdown" | "formula" | "plain";
  readonly label: string;
  readonly rows?: number;
  readonly readOnly: boolean;
  readonly autoFocus?: boolean;
  /** What the kind offers while it is typed, beside the names of cells. */
  readonly complete?: CompleteText;
  onLeave?(): void;
}
