// That a version is out, in the place of the button that published it: its address, and the way to a next one.

import { useEffect, useRef } from "react";
import { CopyLink } from "../app/CopyLink.tsx";
import { useScreen } from "../app/screen.tsx";

export interface PublishedNow {
  readonly url: string;
  readonly version: number;
}

/** It was taken back since: by her, or by a colleague. */
export const isWithdrawn = (
  made: PublishedNow,
  versions: readonly { readonly version: number; readonly withdrawnAt: number | string | null }[],
): boolean => versions.some((row) => row.version === made.version && row.withdrawnAt !== null);

export function Published({ made, onAgain }: { readonly made: PublishedNow; onAgain(): void }) {
  const { t } = useScreen();
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: whoever pressed it is led to what it answered.
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, [made]);
  return (
    <div ref={box} className="notice plain stack published-now" role="status" tabIndex={-1}>
      <b>{t("published-version", { n: made.version })}</b>
      <CopyLink url={made.url} />
      <div className="row">
        <a className="btn line dense" href={made.url} target="_blank" rel="noreferrer">
          {t("open-it")}
        </a>
        <button type="button" className="btn quiet dense" onClick={onAgain}>
          {t("publish-again", { n: made.version + 1 })}
        </button>
      </div>
    </div>
  );
}
