// A link to send oneself.

import { CopyButton } from "./CopyButton.tsx";
import { useMe, useScreen } from "./screen.tsx";

/** A link to send oneself, with what to know about it. */
export function CopyLink({
  url,
  mailed = false,
}: {
  readonly url: string;
  /** To its address, too. */
  readonly mailed?: boolean;
}) {
  const { t } = useScreen();
  const me = useMe();
  const full = url.startsWith("http") ? url : new URL(url, me.publicUrl || location.origin).href;
  const local = /^https?:\/\/(127\.|localhost|\[::1\])/.test(full);
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div className="row">
        <input
          className="input mono grow"
          readOnly
          value={full}
          aria-label={t("link")}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton className="btn fill" text={full} />
      </div>
      <p className="caption muted">{t(mailed ? "invitation-mailed" : me.features.mail ? "send-link" : "send-it-yourself")}</p>
      {local ? <p className="notice">{t("loopback-link")}</p> : null}
    </div>
  );
}
