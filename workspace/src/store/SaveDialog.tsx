// Saving a cell into the feature store: its steps as a recipe, or its table as a feature view.

import Dialog from "@mui/material/Dialog";
import { useEffect, useState } from "react";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { titleOfStep } from "@genomecraft/cells/step-says.ts";
import type { RecipeTest } from "@genomecraft/cells/contract/recipe-file.ts";
import { api, useApi } from "../api/client.ts";
import type { NewMaterialisation, NewRecipe, RecipeList } from "../api/answers.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { navigate } from "../router/navigate.tsx";
import { useNotebook } from "../desk/notebook-context.tsx";
import { type Fresh, FreshFields } from "./FreshFields.tsx";
import { TestList } from "./TestList.tsx";

export type Saved = "recipe" | "view";

export function SaveDialog({
  what,
  cell,
  output,
  onClose,
}: {
  readonly what: Saved;
  readonly cell: Cell;
  /** What is saved, as it is on show. */
  readonly output: OutputRef;
  onClose(): void;
}) {
  const { t } = useScreen();
  const title = t(what === "recipe" ? "save-as-recipe-title" : "save-as-view-title", { name: cell.name });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-label={title}>
      <div className="dialog-body stack">
        <h2>{title}</h2>
        <p className="muted">{t(what === "recipe" ? "save-recipe-words" : "save-view-words")}</p>
        {what === "recipe" ? (
          <RecipeForm cell={cell} output={output} onClose={onClose} />
        ) : (
          <ViewForm cell={cell} output={output} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

interface FormProps {
  readonly cell: Cell;
  readonly output: OutputRef;
  onClose(): void;
}

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();
const tagsOf = (form: FormData): string[] =>
  textOf(form, "tags")
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);

/** After it was saved: where it stands, one press away. */
function useSaved() {
  const { t } = useScreen();
  return (saved: { readonly id: string; readonly name: string; readonly version: number }): void =>
    toast(t("store-saved", { name: saved.name, n: saved.version }), {
      action: { label: t("store"), run: () => navigate(`/store/${encodeURIComponent(saved.id)}`) },
    });
}

function Buttons({ busy, disabled, onClose }: { readonly busy: boolean; readonly disabled?: boolean; onClose(): void }) {
  const { t } = useScreen();
  return (
    <div className="row">
      <button type="submit" className="btn fill" aria-busy={busy} disabled={busy || disabled === true}>
        {t("save")}
      </button>
      <button type="button" className="btn line" onClick={onClose}>
        {t("cancel")}
      </button>
    </div>
  );
}

function Described({ name }: { readonly name: string }) {
  const { t } = useScreen();
  return (
    <>
      <label className="field">
        <span>{t("store-name")}</span>
        <input className="input" name="name" key={name} defaultValue={name} maxLength={255} required />
      </label>
      <label className="field">
        <span>{t("store-description")}</span>
        <textarea className="input" name="description" rows={2} maxLength={4000} />
      </label>
      <label className="field">
        <span>{t("store-tags")}</span>
        <input className="input" name="tags" />
      </label>
    </>
  );
}

interface Proposal {
  readonly steps: readonly { readonly verb: string; readonly freezes: string }[];
  readonly tests: readonly RecipeTest[];
  readonly times: readonly { readonly column: string; readonly newest: string; readonly days: number }[];
  readonly unfit: readonly string[];
}

const recipeOf = (notebook: string, cell: string): string =>
  `/notebooks/${encodeURIComponent(notebook)}/cells/${encodeURIComponent(cell)}/recipe`;

function RecipeForm({ cell, output, onClose }: FormProps) {
  const { t, locale } = useScreen();
  const { open, info } = useNotebook();
  const proposal = useApi<Proposal>(recipeOf(open.id, cell.id));
  const known = useApi<RecipeList>(`/recipes?lab=${encodeURIComponent(info.lab.id)}`);
  const [versionOf, setVersionOf] = useState<string>("");
  const [tests, setTests] = useState<readonly RecipeTest[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const saved = useSaved();
  const proposed = proposal.value?.tests;
  useEffect(() => {
    // Ranges as they were seen hold of few later data: whoever wants them adds them.
    if (proposed) setTests(proposed.filter(({ rule }) => rule !== "range"));
  }, [proposed]);
  const ranges = (proposed ?? []).filter((one) => one.rule === "range" && !tests.includes(one));
  const unfit = proposal.value?.unfit ?? [];
  const older = known.value?.recipes.find(({ id }) => id === versionOf);
  return (
    <form
      className="stack"
      onSubmit={async (event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        setBusy(true);
        const answer = await api.post<NewRecipe>("/recipes", {
          notebook: open.id,
          cell: cell.id,
          digest: output.digest,
          name: textOf(form, "name"),
          ...(older ? {} : { description: textOf(form, "description"), tags: tagsOf(form) }),
          tests,
          ...(versionOf === "" ? {} : { versionOf }),
        });
        setBusy(false);
        if (!answer.ok) return setWrong(answer.error.message);
        saved(answer.value);
        onClose();
      }}
    >
      {proposal.error ? <p className="notice failed">{proposal.error.message}</p> : null}
      {[...new Set(unfit)].map((verb) => (
        <p key={verb} className="notice failed">
          {t("store-unfit", { step: titleOfStep({ verb }, locale) })}
        </p>
      ))}
      {(known.value?.recipes.length ?? 0) > 0 ? (
        <label className="field">
          <span>{t("store-versions-of")}</span>
          <select className="input" value={versionOf} onChange={(event) => setVersionOf(event.currentTarget.value)}>
            <option value="">{t("store-new")}</option>
            {known.value?.recipes.map(({ id, name }) => (
              <option key={id} value={id}>
                {t("store-next-version", { name })}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {older ? <input type="hidden" name="name" value={older.name} /> : <Described name={cell.name} />}
      <section className="stack">
        <h3>{t("store-tests")}</h3>
        <p className="caption muted">{t("store-tests-words")}</p>
        {ranges.length > 0 ? (
          <button type="button" className="btn line dense" onClick={() => setTests([...tests, ...ranges])}>
            {t("store-add-ranges", { n: ranges.length })}
          </button>
        ) : null}
        {proposal.value && proposal.value.times.length > 0 ? (
          <FreshAsk
            times={proposal.value.times}
            add={(test) => setTests([...tests.filter((one) => !isSameAsk(one, test)), test])}
          />
        ) : null}
        <div style={{ maxHeight: 220, overflow: "auto" }}>
          <TestList tests={tests} onRemove={(at) => setTests(tests.filter((_, place) => place !== at))} />
        </div>
      </section>
      {wrong === null ? null : (
        <p className="notice failed" role="alert">
          {wrong}
        </p>
      )}
      <Buttons busy={busy} disabled={unfit.length > 0 || proposal.value === null} onClose={onClose} />
    </form>
  );
}

/** What a row is most often about; of the meanings of columns some are called so. */
const nouns = ["sample", "patient", "gene", "variant"] as const;

const isSameAsk = (one: RecipeTest, other: RecipeTest): boolean => one.rule === other.rule && one.column === other.column;

/** How old the newest time of a column may be where the recipe is used. */
function FreshAsk({ times, add }: { readonly times: Proposal["times"]; add(test: RecipeTest): void }) {
  const { t } = useScreen();
  const [column, setColumn] = useState(times[0]?.column ?? "");
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const here = times.find((one) => one.column === column);
  return (
    <div className="stack" style={{ gap: 4 }}>
      <div className="row wrap">
        <span>{t("fresh-newest-of")}</span>
        <select
          className="input dense"
          style={{ width: "auto" }}
          aria-label={t("time-column")}
          value={column}
          onChange={(event) => setColumn(event.currentTarget.value)}
        >
          {times.map((one) => (
            <option key={one.column} value={one.column}>
              {one.column}
            </option>
          ))}
        </select>
        <span>{t("fresh-at-most")}</span>
        <FreshFields value={fresh} onChange={setFresh} />
        <button
          type="button"
          className="btn line dense"
          disabled={fresh === null}
          onClick={() => fresh && add({ rule: "fresh", column, ...fresh })}
        >
          {t("add")}
        </button>
      </div>
      {here ? <p className="caption muted">{t("fresh-now", { newest: here.newest, n: here.days })}</p> : null}
    </div>
  );
}

function ViewForm({ cell, output, onClose }: FormProps) {
  const { t, locale } = useScreen();
  const { open } = useNotebook();
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const saved = useSaved();
  const [time, setTime] = useState("");
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const columns = output.summary.columns ?? [];
  // Of a cell without steps there is none.
  const steps = useApi<Proposal>(recipeOf(open.id, cell.id)).value?.steps ?? [];
  const learning = [...new Set(steps.flatMap(({ verb, freezes }) => (freezes === "fitted" ? [verb] : [])))];
  const guess = columns.find(({ category }) => category === "identifier") ?? columns[0];
  const noun = nouns.find((one) => one === guess?.semantic) ?? "sample";
  return (
    <form
      className="stack"
      onSubmit={async (event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        setBusy(true);
        const answer = await api.post<NewMaterialisation>("/feature-views", {
          notebook: open.id,
          cell: cell.id,
          digest: output.digest,
          name: textOf(form, "name"),
          description: textOf(form, "description"),
          tags: tagsOf(form),
          entity: textOf(form, "entity"),
          entityNoun: textOf(form, "noun") || "sample",
          time: time || null,
          fresh: time === "" ? null : fresh,
          keepsUp: form.get("keepsUp") !== null,
        });
        setBusy(false);
        if (!answer.ok) return setWrong(answer.error.message);
        saved(answer.value);
        for (const said of answer.value.stale) toast(said, { wrong: true });
        onClose();
      }}
    >
      {learning.length > 0 ? (
        <p className="notice">{t("view-learns", { steps: learning.map((verb) => titleOfStep({ verb }, locale)).join(", ") })}</p>
      ) : null}
      <Described name={cell.name} />
      <label className="field">
        <span>{t("entity-column")}</span>
        <select className="input" name="entity" defaultValue={guess?.name}>
          {columns.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("entity-noun")}</span>
        <input className="input" name="noun" defaultValue={noun} list="entity-nouns" maxLength={60} required />
        <datalist id="entity-nouns">
          {nouns.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </label>
      <label className="field">
        <span>{t("time-column")}</span>
        <select className="input" value={time} onChange={(event) => setTime(event.currentTarget.value)}>
          <option value="">{t("no-time")}</option>
          {columns.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {time === "" ? null : (
        <div className="field">
          <span>{t("fresh-of", { column: time })}</span>
          <FreshFields value={fresh} onChange={setFresh} />
        </div>
      )}
      <label className="row">
        <input type="checkbox" name="keepsUp" />
        <span>{t("keeps-up")}</span>
      </label>
      {wrong === null ? null : (
        <p className="notice failed" role="alert">
          {wrong}
        </p>
      )}
      <Buttons busy={busy} onClose={onClose} />
    </form>
  );
}
