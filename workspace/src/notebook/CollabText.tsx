// A text field that several people type in at once. Shows plain text until the editor arrives (it loads when the cell is
// near, so that a thousand cells open at once); then CodeMirror bound to the shared text, with everybody's carets.

import { Suspense, useEffect, useState } from "react";
import { part } from "../base/part.ts";
import { useStore } from "../base/store.ts";
import type { CollabTextProps } from "./collab-text-props.ts";
import { useNotebook } from "../desk/notebook-context.tsx";

const CodeField = part(() => import("./CodeField.tsx").then((m) => m.CodeField));

export function CollabText(props: CollabTextProps) {
  const { open } = useNotebook();
  const plain = useStore(open.notebook, (notebook) => {
    const value = notebook.cells.find((cell) => cell.id === props.cell)?.spec[props.field];
    return typeof value === "string" ? value : "";
  });
  const [near, setNear] = useState(props.autoFocus === true);
  useEffect(() => {
    if (near) return undefined;
    const timer = setTimeout(() => setNear(true), 60);
    return () => clearTimeout(timer);
  }, [near]);
  const still = (
    <pre className="still-text mono" style={{ minHeight: (props.rows ?? 1) * 20 + 16 }}>
      {plain}
    </pre>
  );
  if (!near) return still;
  return (
    <Suspense fallback={still}>
      <CodeField {...props} />
    </Suspense>
  );
}
