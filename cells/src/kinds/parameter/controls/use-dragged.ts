// A value while it is dragged.

import { useEffect, useRef, useState } from "react";
import type { Json } from "../../../base/json.ts";
import type { ControlProps } from "./control-props.ts";

/** Previewed by this person alone, written when it is let go and has changed. */
export function useDragged<T extends Json>(value: T, { setValue, preview }: Pick<ControlProps, "setValue" | "preview">) {
  const [held, setHeld] = useState<T | null>(null);
  // What was there before: what is shown follows the preview.
  const began = useRef<T | null>(null);
  const mark = JSON.stringify(value);
  useEffect(() => {
    setHeld(null);
  }, [mark]);
  const end = useRef(preview);
  useEffect(() => {
    end.current = preview;
  });
  useEffect(
    () => () => {
      if (began.current !== null) end.current?.(null);
    },
    [],
  );
  return {
    shown: held ?? value,
    drag: (next: T): void => {
      began.current ??= value;
      setHeld(next);
      preview?.(next);
    },
    drop: (next: T): void => {
      const before = began.current ?? value;
      began.current = null;
      if (JSON.stringify(next) !== JSON.stringify(before)) setValue?.(next);
      preview?.(null);
    },
  };
}
