// A button that copies a text and says that it did.

import { useState } from "react";
import { copyText } from "./copy-text.ts";
import { announce, toast, useScreen } from "./screen.tsx";

export function CopyButton({
  text,
  label,
  className = "btn line",
  children,
}: {
  readonly text: string;
  /** What is copied, where several such buttons are on a screen. */
  readonly label?: string;
  readonly className?: string;
  readonly children?: string;
}) {
  const { t } = useScreen();
  const [copied, setCopied] = useState<string | null>(null);
  const said = copied === text ? t("copied") : (children ?? t("copy"));
  return (
    <button
      type="button"
      className={className}
      aria-label={
        label === undefined ? undefined : copied === text ? `${t("copied")}: ${label}` : t("copy-what", { what: label })
      }
      onClick={() =>
        void copyText(text).then((done) => {
          if (!done) return toast(t("copy-by-hand"), { wrong: true });
          setCopied(text);
          announce(t("copied"));
        })
      }
    >
      {said}
    </button>
  );
}
