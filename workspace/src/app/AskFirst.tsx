// An act that takes something away asks first, where it stands: what will be lost, the act itself, and Keep. Where a
// reason is wanted, it is asked for in the same place.

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useScreen } from "./screen.tsx";

export function AskFirst({
  label,
  className,
  children,
  asks,
  act,
  keep,
  why,
  onYes,
}: {
  /** The name of the button that asks, with what it is about. */
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  readonly asks: string;
  readonly act: string;
  /** The button that leaves all as it is. Absent: Keep. */
  readonly keep?: string;
  /** Label of a field for a reason; none is asked for without it. */
  readonly why?: string;
  onYes(reason: string): void;
}) {
  const { t } = useScreen();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (!asked && back.current) button.current?.focus();
    back.current = asked;
  }, [asked]);
  const close = (): void => {
    setAsked(false);
    setReason("");
  };
  if (!asked) {
    return (
      <button ref={button} type="button" className={className} aria-label={label} onClick={() => setAsked(true)}>
        {children}
      </button>
    );
  }
  return (
    <form
      className="ask-first"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        close();
        onYes(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <p role="status">{asks}</p>
      {why === undefined ? null : (
        <input
          className="input dense"
          aria-label={why}
          placeholder={why}
          value={reason}
          maxLength={500}
          autoFocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <button type="submit" className="btn line dense danger">
        {act}
      </button>
      <button type="button" className="btn quiet dense" autoFocus={why === undefined} onClick={close}>
        {keep ?? t("keep-it")}
      </button>
    </form>
  );
}
