// Home: the drop zone that makes a notebook of files, runs that go now, one's notebooks, examples, and search over all.

import { useCallback, useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { DatasetRow, NotebookRow, PublicationRow, RunRow } from "../api/answers.ts";
import { OrderChoice } from "../app/OrderChoice.tsx";
import { PageFrame } from "../app/PageFrame.tsx";
import { nameOf } from "../app/person.tsx";
import { Refusal } from "../app/Refusal.tsx";
import { toast, useMe, useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { useLab } from "../app/use-lab.ts";
import { Ago } from "../app/time.tsx";
import { Link, navigate } from "../router/navigate.tsx";
import {
  type Arrived,
  chosenFiles,
  DropCover,
  type Refused,
  sendAndLook,
  takeFiles,
  useDragOver,
  useDropFiles,
} from "../upload/drop-files.ts";
import { handOver } from "../upload/hand-over.ts";
import { Questions } from "../upload/Questions.tsx";
import { UploadList } from "../upload/UploadList.tsx";
import { uploads } from "../upload/uploads.ts";
import { NotebookCards } from "./NotebookCards.tsx";
import { AlertsAtHome } from "../store/ViewAlerts.tsx";
import { WaitingAsks } from "./WaitingAsks.tsx";

export function LabChoice({ label }: { readonly label: string }) {
  const me = useMe();
  const { lab, choose } = useLab();
  if (me.labs.length < 2) return null;
  return (
    <select
      className="input"
      style={{ width: "auto" }}
      aria-label={label}
      value={lab?.id}
      onChange={(event) => {
        choose(event.currentTarget.value);
        location.reload();
      }}
    >
      {me.labs.map((item) => (
        <option key={item.id} value={item.id}>
          {item.name}
        </option>
      ))}
    </select>
  );
}

type NotebookOrder = "newest" | "oldest" | "name";
const notebookOrders: { readonly [order in NotebookOrder]: (a: NotebookRow, b: NotebookRow) => number } = {
  newest: (a, b) => b.updatedAt - a.updatedAt,
  oldest: (a, b) => a.updatedAt - b.updatedAt,
  name: (a, b) => a.title.localeCompare(b.title),
};

const choices = ["all", "starred", "mine", "shared"] as const;
type NotebookChoice = (typeof choices)[number];
const fits: { readonly [choice in NotebookChoice]: (row: NotebookRow) => boolean } = {
  all: () => true,
  starred: (row) => row.starred,
  mine: (row) => row.role === "owner",
  shared: (row) => row.role !== "owner",
};

const titleOf = (file: string): string =>
  file
    .replace(/(\.gz)?$/i, "")
    .replace(/\.[a-z0-9]{1,7}$/i, "")
    .replace(/_/g, " ")
    .slice(0, 120) || file;

export function HomePage({ missing = false }: { readonly missing?: boolean }) {
  const { t } = useScreen();
  const { lab } = useLab();
  const [typed, setTyped] = useState("");
  const notebooks = useApi<{ readonly notebooks: readonly NotebookRow[] }>(
    `/notebooks${typed.trim() ? `?q=${encodeURIComponent(typed.trim())}` : ""}`,
    20_000,
  );
  const runs = useApi<{ readonly runs: readonly RunRow[] }>("/runs?state=leased", 5_000);
  const sending = useStore(uploads);
  const over = useDragOver();
  const [busy, setBusy] = useState(false);
  const [order, setOrder] = useState<NotebookOrder>("newest");
  const [choice, setChoice] = useState<NotebookChoice>("all");
  const [refused, setRefused] = useState<readonly Refused[]>([]);

  const create = async (title: string): Promise<string | null> => {
    if (!lab) return null;
    setBusy(true);
    const answer = await api.post<{ readonly id: string }>("/notebooks", { lab: lab.id, title });
    setBusy(false);
    if (!answer.ok) {
      toast(answer.error.message, { wrong: true });
      return null;
    }
    return answer.value.id;
  };
  const openWith = async (files: readonly Arrived[]): Promise<void> => {
    const [first] = files;
    const id = first && lab ? await create(titleOf(first.name)) : null;
    if (!id || !lab) return;
    handOver({ files, owner: lab.name });
    navigate(`/n/${id}`);
  };
  const receive = useCallback(
    (files: readonly File[]): void => {
      if (!lab) return;
      setRefused([]);
      if (files.some(({ name }) => name.toLowerCase().endsWith(".gc.md"))) {
        void import("../upload/notebook-texts.ts")
          .then(({ openNotebookTexts }) => openNotebookTexts(files, lab))
          .then((id) => id !== null && navigate(`/n/${id}`));
        return;
      }
      // Looked into before anything is made of them: files of which nothing can be loaded leave no notebook behind.
      void sendAndLook(files, lab).then(async ({ sent, refused: none }) => {
        setRefused(none);
        if (none.length < sent.length) await openWith(sent);
      });
    },
    // `openWith` depends on the lab alone.
    [lab?.id],
  );
  useDropFiles({ lab: lab ?? { id: "", name: "" }, notebook: null, enabled: lab !== null, receive });
  const list = notebooks.value?.notebooks ?? [];
  // A starred example stands among one's own.
  const own = list.filter((row) => !row.example || row.starred).sort(notebookOrders[order]);
  const chosen = own.filter(fits[choice]);
  const examples = list.filter((row) => row.example && !row.starred);
  const going = (runs.value?.runs ?? []).filter((run) => run.state === "running" || run.state === "queued");

  if (!lab) {
    // What was shared with a guest is there at once; a lab is for what she makes herself.
    if (list.length === 0) return notebooks.loading ? <PageFrame title={t("home")}>{null}</PageFrame> : <FirstLab alone />;
    return (
      <PageFrame title={t("home")}>
        {missing ? <p className="notice">{t("page-missing")}</p> : null}
        <section className="stack">
          <h2>{t("notebooks")}</h2>
          <NotebookCards label={t("notebooks")} rows={list} onChanged={notebooks.reload} />
        </section>
        <FirstLab />
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={t("home")}
      actions={
        <>
          <input
            className="input home-search"
            type="search"
            placeholder={t("search-all")}
            aria-label={t("search-all")}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <LabChoice label={t("lab-for-new")} />
          <button
            type="button"
            className="btn fill"
            disabled={busy}
            onClick={() => void create(t("untitled")).then((id) => id && navigate(`/n/${id}`))}
          >
            {t("new-notebook")}
          </button>
        </>
      }
    >
      {missing ? <p className="notice">{t("page-missing")}</p> : null}
      {notebooks.error ? <p className="notice failed">{notebooks.error.message}</p> : null}
      <WaitingAsks />
      <AlertsAtHome />
      <div className={over ? "drop-zone over" : "drop-zone"}>
        <p>{t("drop-zone-words")}</p>
        <label className="btn line">
          {t("choose-files")}
          <input
            type="file"
            multiple
            className="sr"
            data-testid="home-file-input"
            onChange={(event) => void chosenFiles(event.currentTarget.files).then((files) => takeFiles(files))}
          />
        </label>
        <span className="caption muted">{t("uploads-belong", { lab: lab.name })}</span>
      </div>
      <Questions />
      {sending.length > 0 ? <UploadList /> : null}
      {refused.map((file) => (
        <Refusal key={file.name}>
          <b>{file.name}</b> {file.why} {t("refused-kept")} <Link to={`/files#${file.dataset}`}>{t("data-sets")}</Link>
          {file.also.length > 0 ? (
            <details>
              <summary>{t("more-findings", { n: file.also.length })}</summary>
              <ul>
                {file.also.map((said) => (
                  <li key={said}>{said}</li>
                ))}
              </ul>
            </details>
          ) : null}
          <RefusedActs file={file} onOpen={(sent) => void openWith([sent])} />
        </Refusal>
      ))}
      {going.length > 0 ? (
        <section className="stack">
          <h2>{t("going-now")}</h2>
          <ul className="list">
            {going.map((run) => (
              <li key={run.id}>
                <span aria-hidden="true" style={{ color: "var(--gc-running)" }}>
                  ◔
                </span>
                <Link className="main clip" to={`/n/${run.notebook.id}#${run.cell.id}`}>
                  {run.cell.name || run.cell.kind}
                </Link>
                <span className="muted grow clip">{run.notebook.title}</span>
                <span className="muted caption">
                  {nameOf(run.by)} <Ago at={run.startedAt ?? run.queuedAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {typed.trim() ? (
        <Found text={typed.trim()} notebooks={notebooks.value?.notebooks ?? null} />
      ) : (
        <>
          <section className="stack">
            <div className="row wrap">
              <h2 className="home-heading">{t("notebooks")}</h2>
              {own.length > 1 || choice !== "all" ? (
                <>
                  <select
                    className="input"
                    style={{ width: "auto" }}
                    aria-label={t("which-notebooks")}
                    value={choice}
                    onChange={(event) => setChoice(event.currentTarget.value as NotebookChoice)}
                  >
                    {choices.map((name) => (
                      <option key={name} value={name}>
                        {t(`which-${name}`)}
                      </option>
                    ))}
                  </select>
                  <OrderChoice<NotebookOrder> value={order} options={["newest", "oldest", "name"]} onChange={setOrder} />
                </>
              ) : null}
            </div>
            {chosen.length > 0 ? (
              <NotebookCards label={t("notebooks")} rows={chosen} onChanged={notebooks.reload} />
            ) : notebooks.loading ? null : (
              <p className="empty">{t(choice === "all" ? "no-notebooks" : `which-${choice}-empty`)}</p>
            )}
          </section>
          {examples.length > 0 ? (
            <section className="stack">
              <h2>{t("examples")}</h2>
              <NotebookCards label={t("examples")} rows={examples} onChanged={notebooks.reload} />
            </section>
          ) : null}
        </>
      )}
      <DropCover lab={lab.name} />
    </PageFrame>
  );
}

/** What may be done with a file that cannot be read as it is. */
function RefusedActs({ file, onOpen }: { readonly file: Refused; onOpen(sent: Arrived): void }) {
  const { t } = useScreen();
  const { mendable } = file;
  if (!mendable) return null;
  return (
    <span style={{ display: "block", marginTop: 8 }}>
      <button type="button" className="btn line dense" onClick={() => onOpen(mendable)}>
        {t("notebook-all-the-same")}
      </button>
    </span>
  );
}

/** What the search finds: notebooks by their titles, files and dashboards by their names. */
function Found({ text, notebooks }: { readonly text: string; readonly notebooks: readonly NotebookRow[] | null }) {
  const { t } = useScreen();
  const datasets = useApi<{ readonly datasets: readonly DatasetRow[] }>("/datasets");
  const dashboards = useApi<{ readonly publications: readonly PublicationRow[] }>("/publications");
  const has = (...words: readonly string[]): boolean => words.join(" ").toLowerCase().includes(text.toLowerCase());
  const found = [
    ...(notebooks ?? []).map((row) => ({
      id: row.id,
      kind: t("a-notebook"),
      to: `/n/${row.id}`,
      name: row.title,
      lab: row.lab.name,
      at: row.updatedAt,
    })),
    ...(datasets.value?.datasets ?? [])
      .filter((row) => has(row.name, row.lab.name))
      .map((row) => ({
        id: row.id,
        kind: t("a-file"),
        to: `/files#${row.id}`,
        name: row.name,
        lab: row.lab.name,
        at: row.createdAt,
      })),
    ...(dashboards.value?.publications ?? [])
      .filter((row) => row.withdrawnAt === null && !row.inBin && has(row.title, row.lab.name))
      .map((row) => ({
        id: row.id,
        kind: t("a-dashboard"),
        to: `/d/${row.slug}`,
        name: `${row.title} · ${t("version-n", { n: row.version })}`,
        lab: row.lab.name,
        at: row.publishedAt,
      })),
  ];
  const loading = notebooks === null || datasets.loading || dashboards.loading;
  if (found.length === 0) return loading ? null : <p className="empty">{t("nothing-called", { name: text })}</p>;
  return (
    <ul className="list" aria-label={t("search-found")}>
      {found.map((row) => (
        <li key={row.id}>
          <span className="caption muted found-kind">{row.kind}</span>
          <Link className="main grow clip" to={row.to}>
            {row.name || t("untitled")}
          </Link>
          <span className="muted clip hide-phone">{row.lab}</span>
          <span className="muted caption" style={{ whiteSpace: "nowrap" }}>
            <Ago at={row.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Somebody without a lab makes one: what she uploads and creates belongs to a lab. */
function FirstLab({ alone = false }: { readonly alone?: boolean }) {
  const { t, reloadMe } = useScreen();
  const [wrong, setWrong] = useState<string | null>(null);
  const form = (
    <form
      className="stack card"
      style={{ padding: 24, maxWidth: 480 }}
      onSubmit={(event) => {
        event.preventDefault();
        const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
        void api.post("/labs", { name }).then((answer) => (answer.ok ? reloadMe() : setWrong(answer.error.message)));
      }}
    >
      {alone ? null : <h2>{t("first-lab")}</h2>}
      <p>{t(alone ? "first-lab-words" : "first-lab-guest")}</p>
      <label className="field">
        <span>{t("name-of-lab")}</span>
        <input className="input" name="name" required maxLength={120} />
      </label>
      {wrong ? <Refusal>{wrong}</Refusal> : null}
      <button type="submit" className={alone ? "btn fill" : "btn line"}>
        {t("make-lab")}
      </button>
    </form>
  );
  return alone ? <PageFrame title={t("first-lab")}>{form}</PageFrame> : form;
}
