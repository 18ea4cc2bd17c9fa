// What stands between this page and the server: offline, waiting for its disk, shut for good; and what was typed last, kept.

import { useEffect, useState } from "react";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { Ago } from "../app/time.tsx";
import { dropDraft, readDraft } from "../live/drafts.ts";
import { Link, navigate } from "../router/navigate.tsx";
import { useNotebook } from "../desk/notebook-context.tsx";

export function ConnectionStrip() {
  const { t } = useScreen();
  const { open } = useNotebook();
  const connection = useStore(open.connection);
  const loaded = useStore(open.loaded);
  const waits = useStore(open.waits);
  const fills = useStore(open.fills);
  const [draft, setDraft] = useState(() => readDraft(open.id));
  useEffect(() => {
    if (connection.state === "closed") setDraft(readDraft(open.id));
    if (connection.state === "closed" && connection.why === "signed-out")
      navigate(`/sign-in?next=${encodeURIComponent(`/n/${open.id}`)}`);
  }, [connection, open.id]);
  const bits = [];
  if (connection.state === "offline" && loaded) {
    bits.push(
      <div key="offline" className="strip stale" role="status">
        <span className="grow">{t("offline-go-on")}</span>
        <button type="button" className="btn line" onClick={() => open.reconnect()}>
          {t("try-now")}
        </button>
      </div>,
    );
  }
  if (waits && connection.state !== "closed") {
    bits.push(
      <div key="waits" className="strip stale" role="status">
        {t(waits === "disk" ? "waits-disk" : "waits-database")}
      </div>,
    );
  }
  if (fills !== null && connection.state !== "closed") {
    bits.push(
      <div key="fills" className="strip stale" role="status">
        {t("notebook-fills", { percent: fills })}
      </div>,
    );
  }
  if (connection.state === "closed") {
    bits.push(
      <div key="closed" className="strip failed" role="alert">
        <span className="grow">
          {connection.why === "gone"
            ? t("notebook-gone")
            : connection.why === "no-access"
              ? t("access-ended")
              : connection.why === "replaced"
                ? t("notebook-replaced")
                : connection.why === "too-deep"
                  ? t("notebook-too-deep")
                  : connection.why === "full"
                    ? t("notebook-full")
                    : t("signed-out")}
        </span>
        {connection.why === "gone" ? (
          <Link to="/bin" className="btn line">
            {t("open-the-bin")}
          </Link>
        ) : null}
        <button type="button" className="btn line" onClick={() => location.reload()}>
          {t("load-again")}
        </button>
      </div>,
    );
  }
  if (draft) {
    bits.push(
      <div key="draft" className="strip accent" role="status">
        <span className="grow">
          {t("draft-kept")} <Ago at={draft.at} />
        </span>
        <button
          type="button"
          className="btn line"
          onClick={() => {
            const text = draft.texts.map((item) => `# ${item.name}\n${item.text}`).join("\n\n");
            const link = document.createElement("a");
            link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
            link.download = `${draft.title || "draft"}.txt`;
            link.click();
          }}
        >
          {t("download")}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            dropDraft(open.id);
            setDraft(null);
          }}
        >
          {t("discard")}
        </button>
      </div>,
    );
  }
  return bits.length > 0 ? <div className="connection">{bits}</div> : null;
}
