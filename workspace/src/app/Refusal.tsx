// Why what was asked for was not done: comes before the eyes of whoever pressed, wherever the page stood, and is read out.

import { type ReactNode, useEffect, useRef } from "react";

export function Refusal({ children }: { readonly children: ReactNode }) {
  const shown = useRef<HTMLParagraphElement>(null);
  // Also where another sentence comes in its place.
  const said = typeof children === "string" ? children : null;
  // New browsers answer a scroll with a promise, which must not be taken for a clean-up.
  useEffect(() => {
    shown.current?.scrollIntoView({ block: "nearest" });
  }, [said]);
  return (
    <p ref={shown} className="notice failed" role="alert">
      {children}
    </p>
  );
}
