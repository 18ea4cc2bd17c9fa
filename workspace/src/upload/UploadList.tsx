// Uploads on their way: how much of each has arrived, cancel, and again where one failed.

import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { formatBytes } from "@genomecraft/cells/messages/format-bytes.ts";
import { forget, uploads } from "./uploads.ts";
import "./upload.css";

export function UploadList() {
  const { t, locale } = useScreen();
  const list = useStore(uploads);
  if (list.length === 0) return null;
  return (
    <ul className="list uploads" aria-label={t("uploads")}>
      {list.map((item) => {
        const share = item.size === 0 ? 1 : item.sent / item.size;
        return (
          <li key={item.id}>
            <div className="grow">
              <div className="row">
                <span className="clip">{item.name}</span>
                <span className="caption muted" role={item.state === "failed" ? "alert" : undefined}>
                  {item.state === "failed"
                    ? item.error
                    : item.state === "saving"
                      ? t("upload-saving")
                      : item.state === "waiting"
                        ? t("upload-waiting")
                        : item.state === "cancelled"
                          ? t("upload-cancelled")
                          : t("upload-sent", { sent: formatBytes(item.sent, locale), size: formatBytes(item.size, locale) })}
                </span>
              </div>
              <div
                className="bar"
                role="progressbar"
                aria-label={item.name}
                aria-valuemin={0}
                aria-valuemax={100}
                aria-valuenow={Math.round(share * 100)}
              >
                <i style={{ width: `${share * 100}%` }} />
              </div>
            </div>
            {item.state === "failed" ? (
              <>
                <button type="button" className="btn act dense" onClick={item.retry}>
                  {t("try-again")}
                </button>
                <button type="button" className="btn quiet dense" onClick={() => forget(item.id)}>
                  {t("put-away")}
                </button>
              </>
            ) : item.state === "sending" || item.state === "waiting" ? (
              <button
                type="button"
                className="btn quiet dense"
                onClick={item.cancel}
                aria-label={t("cancel-upload", { name: item.name })}
              >
                {t("cancel")}
              </button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
