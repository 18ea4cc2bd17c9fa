// Data sets: files of one's labs and those granted by others; versions, who may see what, upload, bin.

import { useEffect, useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { DatasetInfo, DatasetRow, DatasetRight } from "../api/answers.ts";
import { AskFirst } from "../app/AskFirst.tsx";
import { formatName } from "../app/format-name.ts";
import { FileName } from "../app/FileName.tsx";
import { OrderChoice } from "../app/OrderChoice.tsx";
import { PageFrame } from "../app/PageFrame.tsx";
import { rowOpens } from "../app/row-opens.ts";
import { nameOf } from "../app/person.tsx";
import { toast, useMe, useScreen } from "../app/screen.tsx";
import { formatBytes } from "@genomecraft/cells/messages/format-bytes.ts";
import { Ago } from "../app/time.tsx";
import { Link } from "../router/navigate.tsx";
import { chosenFiles, DropCover, useDropFiles } from "../upload/drop-files.ts";
import { AboutPersons } from "../upload/AboutPersons.tsx";
import { PersonColumn } from "../upload/PersonColumn.tsx";
import { upload } from "../upload/uploads.ts";
import { UploadList } from "../upload/UploadList.tsx";
import { DatasetGuests } from "./DatasetGuests.tsx";
import { FileInside } from "./FileInside.tsx";
import { LabChoice } from "./HomePage.tsx";
import { useLab } from "../app/use-lab.ts";

type FileOrder = "newest" | "name" | "size";
const fileOrders: { readonly [order in FileOrder]: (a: DatasetRow, b: DatasetRow) => number } = {
  newest: (a, b) => b.createdAt - a.createdAt,
  name: (a, b) => a.name.localeCompare(b.name),
  size: (a, b) => b.size - a.size,
};

/** `file` is opened at once: somebody came for it. */
export function FilesPage({ file }: { readonly file: string | null }) {
  const { t, locale } = useScreen();
  const me = useMe();
  const { lab } = useLab();
  const list = useApi<{ readonly datasets: readonly DatasetRow[] }>("/datasets", 15_000);
  const [opened, setOpened] = useState(file);
  const [typed, setTyped] = useState("");
  const listed = list.value !== null;
  useEffect(() => {
    if (listed && file) document.getElementById(file)?.scrollIntoView();
  }, [listed, file]);
  const send = (files: readonly File[]): void => {
    if (!lab) return;
    for (const file of files) {
      const older = list.value?.datasets.find((row) => row.name === file.name && row.lab.id === lab.id);
      void upload(file, { lab, ...(older && confirmVersion(older) ? { versionOf: older.id } : {}) }).then(() => list.reload());
    }
  };
  const confirmVersion = (older: DatasetRow): boolean =>
    globalThis.confirm(t("same-name-confirm", { name: older.name, n: older.version + 1 }));
  useDropFiles({ lab: lab ?? { id: "", name: "" }, notebook: null, enabled: lab !== null, receive: send });
  const [order, setOrder] = useState<FileOrder>("newest");
  const rows = (list.value?.datasets ?? [])
    .filter((row) => `${row.name} ${row.lab.name}`.toLowerCase().includes(typed.trim().toLowerCase()))
    .sort(fileOrders[order]);
  return (
    <PageFrame
      title={t("data-sets")}
      actions={
        lab ? (
          <>
            <LabChoice label={t("lab-for-new")} />
            <label className="btn fill">
              {t("upload-files")}
              <input
                type="file"
                multiple
                className="sr"
                onChange={(event) => void chosenFiles(event.currentTarget.files).then(send)}
              />
            </label>
          </>
        ) : null
      }
    >
      <UploadList />
      <div className="row">
        <input
          className="input grow"
          type="search"
          placeholder={t("search-files")}
          aria-label={t("search-files")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <OrderChoice<FileOrder> value={order} options={["newest", "name", "size"]} onChange={setOrder} />
      </div>
      {list.error ? <p className="notice failed">{list.error.message}</p> : null}
      {rows.length === 0 && !list.loading ? (
        <p className="empty">{t("no-files-yet", { lab: lab?.name ?? me.user.name })}</p>
      ) : null}
      {rows.length > 0 ? (
        <ul className="list" aria-label={t("data-sets")}>
          {rows.map((row) => {
            const toggle = (): void => setOpened(opened === row.id ? null : row.id);
            return (
              <li key={row.id} id={row.id} className="opens" style={{ flexWrap: "wrap" }} onClick={rowOpens(toggle)}>
                <button
                  type="button"
                  className="btn icon"
                  aria-expanded={opened === row.id}
                  aria-label={t("details-of", { name: row.name })}
                  onClick={toggle}
                >
                  {opened === row.id ? "▾" : "▸"}
                </button>
                <span className="grow" style={{ minWidth: 0 }}>
                  <b className="clip" style={{ display: "block" }}>
                    <FileName name={row.name} />
                  </b>
                  <span className="caption muted">
                    {row.lab.name} · {t("version-n", { n: row.version })} · {formatBytes(row.size, locale)}
                    {row.format ? ` · ${formatName(row.format, locale)}` : ""} · {t(`right-${row.right}`)}
                    {row.aboutPersons ? ` · ${t("about-persons-short")}` : ""}
                    {row.loadable === false ? ` · ${row.notLoadable ?? t("not-loadable")}` : ""}
                  </span>
                </span>
                <span className="when">
                  {row.by} <Ago at={row.createdAt} />
                </span>
                {opened === row.id ? <Details id={row.id} onGone={list.reload} /> : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {lab ? <DropCover lab={lab.name} /> : null}
    </PageFrame>
  );
}

/** Its name in lists; what notebooks load is found by its content and goes on. */
function FileRename({ info, onDone }: { readonly info: DatasetInfo; onDone(): void }) {
  const { t } = useScreen();
  const [name, setName] = useState(info.name);
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        void api.patch(`/datasets/${encodeURIComponent(info.id)}`, { name: name.trim() }).then((answer) => {
          if (!answer.ok) toast(answer.error.message, { wrong: true });
          onDone();
        });
      }}
    >
      <input
        className="input dense grow"
        aria-label={t("name-of-file")}
        value={name}
        maxLength={255}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="btn line dense" disabled={name.trim() === "" || name.trim() === info.name}>
        {t("rename")}
      </button>
    </form>
  );
}

function Details({ id, onGone }: { readonly id: string; onGone(): void }) {
  const { t, locale } = useScreen();
  const me = useMe();
  const found = useApi<DatasetInfo>(`/datasets/${encodeURIComponent(id)}`);
  const info = found.value;
  if (!info) return <p className="muted">{found.error?.message ?? ""}</p>;
  const grant = async (lab: string, right: DatasetRight | null): Promise<void> => {
    const answer = await api.put(`/datasets/${encodeURIComponent(id)}/grants`, { lab, right });
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    found.reload();
  };
  const takeOut = async (notebook: string): Promise<void> => {
    const answer = await api.delete(`/notebooks/${encodeURIComponent(notebook)}/datasets/${encodeURIComponent(id)}`);
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    found.reload();
  };
  const remove = async (): Promise<void> => {
    const answer = await api.delete(`/datasets/${encodeURIComponent(id)}`);
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    else {
      toast(t("in-the-bin", { name: info.name }), {
        action: {
          label: t("undo"),
          run: () => void api.post(`/datasets/${encodeURIComponent(id)}/restore`).then(onGone),
        },
      });
      onGone();
    }
  };
  const others = me.labs.filter((lab) => lab.id !== info.lab.id && !info.grants.some((item) => item.lab.id === lab.id));
  return (
    <div className="inside stack">
      {info.mayGrant ? <FileRename info={info} onDone={onGone} /> : null}
      <h3>{t("versions")}</h3>
      <div className="scroll-x">
        <table className="grid-table">
          <tbody>
            {info.versions.map((version) => (
              <tr key={version.version}>
                <td style={{ whiteSpace: "nowrap" }}>{t("version-n", { n: version.version })}</td>
                <td className="mono hide-phone" title={version.digest}>
                  {version.digest.slice(0, 8)}
                </td>
                <td className="right">{formatBytes(version.size, locale)}</td>
                <td className="muted">
                  {nameOf(version.by)} <Ago at={version.createdAt} />
                </td>
                {info.right === "own" || info.right === "download" ? (
                  <td>
                    <a
                      className="btn act dense"
                      href={`/api/v1/datasets/${encodeURIComponent(id)}/versions/${version.version}/file`}
                      download={version.name}
                      aria-label={t("download-version", { n: version.version })}
                    >
                      {t("download")}
                    </a>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {info.right !== "results" && info.versions[0] ? <FileInside id={id} version={info.versions[0].version} /> : null}
      <AboutPersons datasets={[id]} on={info.aboutPersons} may={info.mayGrant} onChanged={found.reload} />
      {info.aboutPersons ? (
        <PersonColumn dataset={id} column={info.personColumn} may={info.mayGrant} onChanged={found.reload} />
      ) : null}
      <h3>{t("who-sees-it")}</h3>
      <p>
        {info.lab.name}: {t("right-own")}
      </p>
      {info.grants.map((item) => (
        <label key={item.lab.id} className="row">
          {item.lab.name}
          <select
            className="input dense"
            style={{ width: "auto" }}
            disabled={!info.mayGrant}
            value={item.right}
            onChange={(event) =>
              void grant(item.lab.id, event.currentTarget.value === "" ? null : (event.currentTarget.value as DatasetRight))
            }
          >
            {(["results", "rows", "download"] as const).map((right) => (
              <option key={right} value={right}>
                {t(`right-${right}`)}
              </option>
            ))}
            <option value="">{t("right-none")}</option>
          </select>
        </label>
      ))}
      {info.mayGrant
        ? others.map((lab) => (
            <div key={lab.id} className="row">
              {lab.name}
              <button type="button" className="btn line dense" onClick={() => void grant(lab.id, "results")}>
                {t("show-results")}
              </button>
            </div>
          ))
        : null}
      {/* A notebook that is taken out takes its guests along. */}
      {info.mayGrant ? <DatasetGuests key={info.notebooks.length} dataset={id} name={info.name} /> : null}
      {info.notebooks.length > 0 ? (
        <section aria-label={t("used-in")}>
          <b style={{ display: "block", marginBottom: 4 }}>{t("used-in")}</b>
          <ul className="list">
            {info.notebooks.map((row) => (
              <li key={row.id} style={{ flexWrap: "wrap" }}>
                <Link to={`/n/${row.id}`} className="grow">
                  {row.title}
                </Link>
                {info.mayGrant ? (
                  <AskFirst
                    label={t("use-no-more", { title: row.title })}
                    className="btn icon"
                    asks={t("use-no-more-asks")}
                    act={t("take-out")}
                    onYes={() => void takeOut(row.id)}
                  >
                    ✕
                  </AskFirst>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {info.right === "own" ? (
        <div>
          <button type="button" className="btn danger dense" onClick={() => void remove()}>
            {t("to-the-bin")}
          </button>
        </div>
      ) : null}
    </div>
  );
}
