// The machines that compute the runs of a lab: what is connected, a token for another, shown once, and taking one back.

import { type SyntheticEvent, useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { LabCompute, NewKernel } from "../api/answers.ts";
import { AskFirst } from "../app/AskFirst.tsx";
import { CopyButton } from "../app/CopyButton.tsx";
import { toast, useScreen } from "../app/screen.tsx";
import { formatBytes } from "@genomecraft/cells/messages/format-bytes.ts";
import { Ago, Day } from "../app/time.tsx";

type Row = LabCompute["kernels"][number];

export function LabComputePanel({ lab }: { readonly lab: string }) {
  const { t } = useScreen();
  const base = `/labs/${encodeURIComponent(lab)}/kernels`;
  const found = useApi<LabCompute>(base, 10_000);
  const [made, setMade] = useState<NewKernel | null>(null);
  const make = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name") ?? "").trim();
    const answer = await api.post<NewKernel>(base, { name });
    if (!answer.ok) {
      toast(answer.error.message, { wrong: true });
      return;
    }
    setMade(answer.value);
    form.reset();
    found.reload();
  };
  const takeBack = async (id: string): Promise<void> => {
    const answer = await api.delete(`${base}/${encodeURIComponent(id)}`);
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    else if (made?.id === id) setMade(null);
    found.reload();
  };
  const { value } = found;
  if (!value) return <p className="muted">{found.error?.message ?? t("opening")}</p>;
  return (
    <>
      <p className="muted">{t("compute-words")}</p>
      {value.kernels.length > 0 ? (
        <ul className="list" aria-label={t("compute")}>
          {value.kernels.map((row) => (
            <Machine key={row.id} row={row} onTakeBack={() => void takeBack(row.id)} />
          ))}
        </ul>
      ) : (
        <p className="empty">{t(value.ofServer ? "compute-of-server" : "compute-none")}</p>
      )}
      {value.kernels.length > 0 && value.ofServer ? <p className="caption muted">{t("compute-server-too")}</p> : null}
      <form className="row wrap" onSubmit={(event) => void make(event)}>
        <input
          className="input grow"
          name="name"
          placeholder={t("compute-name")}
          aria-label={t("compute-name")}
          required
          maxLength={80}
          style={{ minWidth: 180 }}
        />
        <button type="submit" className="btn fill">
          {t("make-token")}
        </button>
      </form>
      {made ? (
        <div className="notice plain stack" role="status">
          <span>{t("token-once")}</span>
          <Once label={t("the-token")} text={made.token} />
          <span>{t("compute-run-there")}</span>
          <Once label={t("command-line")} text={made.command} />
        </div>
      ) : null}
    </>
  );
}

function Machine({ row, onTakeBack }: { readonly row: Row; onTakeBack(): void }) {
  const { t, locale } = useScreen();
  const connected = row.connected.length > 0;
  return (
    <li style={{ flexWrap: "wrap" }}>
      <span className="grow" style={{ minWidth: 0, overflowWrap: "anywhere" }}>
        <b>{row.name}</b> {row.site ? <span className="muted">{row.site}</span> : null}
        {row.connected.map(({ name, memory, gpus, software, walls }) => (
          <span key={name} className="caption muted" style={{ display: "block" }}>
            {[
              name,
              t("compute-memory", { size: formatBytes(memory, locale) }),
              gpus > 0 ? t("compute-gpus", { n: gpus }) : t("compute-no-gpu"),
              ...software,
              ...(walls === null ? [] : [t(walls ? "compute-walls" : "compute-no-walls")]),
            ].join(" · ")}
          </span>
        ))}
      </span>
      <span className="caption muted">
        {connected ? (
          `✓ ${t("compute-connected")}`
        ) : row.lastSeenAt ? (
          <>
            {t("compute-last-seen")} <Ago at={row.lastSeenAt} />
          </>
        ) : (
          t("compute-never-seen")
        )}
        {row.expiresAt ? (
          <>
            {" · "}
            {t("until")} <Day at={row.expiresAt} />
          </>
        ) : null}
      </span>
      <AskFirst
        label={t("compute-take-back", { name: row.name })}
        className="btn quiet dense"
        asks={t("compute-take-back-asks")}
        act={t("take-back")}
        onYes={onTakeBack}
      >
        {t("take-back")}
      </AskFirst>
    </li>
  );
}

/** A secret to be copied now. */
function Once({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className="row">
      <input
        className="input mono grow"
        readOnly
        value={text}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton label={label} text={text} />
    </div>
  );
}
