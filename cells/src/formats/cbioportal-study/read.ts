// The files of a study: clinical data of samples and patients as one table, profiles of numbers as matrices whose samples it
// describes, everything else as the table that it is.

import type { Table } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import {
  asTheFileSays,
  type Content,
  type FileContent,
  type FileParts,
  type Issue,
  type OpenSheets,
  type Read,
  type ReadTask,
  type Sheet,
} from "../../contract/format.ts";
import { buildNamed } from "../../artifacts/builds.ts";
import { withSemantics } from "../parts/meanings/semantic-type.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { type Clinical, clinicalOf } from "../parts/cbioportal/clinical.ts";
import { byInterest, isMatrix, type Meta, metaIn } from "../parts/cbioportal/meta.ts";
import { profileOf } from "../parts/cbioportal/profile.ts";
import { readAsDelimited } from "../parts/delimited/read-as-delimited.ts";
import { missingNumbers } from "../parts/delimited/number-text.ts";
import { words as loadWords } from "../parts/words.ts";
import { words } from "./words.ts";

const clinicalSheet = "clinical";

export const read: Read = async (task) => {
  const study = await openStudy(task);
  const names = sheetNames(study);
  const [first = clinicalSheet] = names;
  const wanted = task.settings.sheet;
  if (wanted !== null && !names.includes(wanted))
    return words.fail("no-profile", { name: task.name, sheet: wanted, sheets: names.join(", ") });
  const content = await readSheet(study, wanted ?? first, task);
  const others = names.filter((name) => name !== first);
  const [other] = others;
  if (wanted !== null || other === undefined) return content;
  const message = words.sentence("sheet", { count: names.length, sheet: first, others: others.slice(0, 20).join(", ") });
  const which: Issue = {
    rule: "sheet",
    severity: "note",
    line: null,
    field: null,
    message,
    fix: { path: ["sheet"], value: other },
  };
  return { ...content, issues: [which, ...content.issues] };
};

export const openSheets: OpenSheets = async (_bytes, task) => {
  const study = await openStudy(task);
  return sheetNames(study).map(
    (name): Sheet => ({ name, isHidden: isAside(study, name), read: (own) => readSheet(study, name, own) }),
  );
};

interface Study {
  readonly parts: FileParts;
  readonly metas: readonly Meta[];
  readonly unnamed: readonly string[];
  readonly clinical: Clinical | null;
}

async function openStudy(task: ReadTask): Promise<Study> {
  const { parts, name } = task;
  if (!parts) throw new FailureError(loadWords.failure("not-loaded-yet", { name, format: "cbioportal-study" }));
  const metas: Meta[] = [];
  for (const file of parts.names) {
    const meta = /(?:^|\/)meta_[^/]*$/i.test(file) ? metaIn(file, await textOf(parts, file)) : null;
    if (meta) metas.push(meta);
  }
  const told = new Set(metas.flatMap(({ data }) => data ?? []));
  const isData = (file: string): boolean => /(?:^|\/)data_[^/]*$/i.test(file);
  const ofType = async (datatype: string): Promise<Table | null> => {
    const meta = metas.find((each) => each.type === "CLINICAL" && each.datatype === datatype);
    return meta?.data && parts.names.includes(meta.data) ? tableOf(await readData(task, meta.data)) : null;
  };
  const samples = await ofType("SAMPLE_ATTRIBUTES");
  return {
    parts,
    metas: metas.filter(({ data }) => data !== null).sort(byInterest),
    unnamed: parts.names.filter((file) => isData(file) && !told.has(file)),
    clinical: samples && clinicalOf(samples, await ofType("PATIENT_ATTRIBUTES")),
  };
}

/** A file that says what another holds is a few lines. */
async function textOf(parts: FileParts, file: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of parts.open(file)) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > 1 << 20) break;
  }
  return text;
}

const baseName = (file: string): string => file.slice(file.lastIndexOf("/") + 1);
const isOfClinical = (meta: Meta): boolean => /^(?:SAMPLE|PATIENT)_ATTRIBUTES$/.test(meta.datatype);

/** The clinical table under a name of its own, then each file as it is called. */
const sheetNames = ({ metas, clinical }: Study): readonly string[] => [
  ...(clinical ? [clinicalSheet] : []),
  ...metas.filter((meta) => !(clinical && isOfClinical(meta))).map(({ data }) => baseName(data ?? "")),
];

/** What describes the study itself is not ticked. */
const isAside = ({ metas }: Study, sheet: string): boolean => {
  const meta = metas.find(({ data }) => baseName(data ?? "") === sheet);
  return meta !== undefined && (meta.type === "" || /^(?:CANCER_TYPE|GENE_PANEL_MATRIX)$/.test(meta.type));
};

async function readSheet(study: Study, sheet: string, task: ReadTask): Promise<FileContent> {
  const { clinical, metas } = study;
  if (sheet === clinicalSheet && clinical) return clinicalContent(study, clinical);
  const meta = metas.find(({ data }) => baseName(data ?? "") === sheet);
  if (!meta?.data) return words.fail("no-profile", { name: task.name, sheet, sheets: sheetNames(study).join(", ") });
  if (!study.parts.names.includes(meta.data))
    return words.fail("no-data", { meta: baseName(meta.file), data: baseName(meta.data), name: task.name });
  if (meta.type === "CANCER_TYPE") return typesOfCancer(await readData(task, meta.data, false));
  const content = await readData(task, meta.data);
  if (!isMatrix(meta)) return { ...content, content: whole(withBuild(tableOf(content), meta)) };
  const profile = profileOf(tableOf(content), meta, clinical);
  if (!profile) {
    const [id] = clinical?.table.columns ?? [];
    const samples = id?.type === "text" ? id.dictionary.slice(0, 3) : [];
    return words.fail("no-numbers", { data: sheet, meta: baseName(meta.file), samples: samples.join(", ") });
  }
  const issues: Issue[] = [];
  const add = (rule: string, message: Sentence, line: number | null = null): void => {
    issues.push({ rule, severity: "warning", line, field: null, message });
  };
  const { limits, unknown, twice } = profile;
  if (limits.count > 0)
    add("limits", words.sentence("limits", { count: limits.count, value: limits.value, features: limits.features.join(", ") }));
  if (unknown.length > 0)
    add("not-clinical", words.sentence("not-clinical", { count: unknown.length, samples: unknown.slice(0, 5).join(", ") }));
  if (twice) {
    const line = content.lineOf(twice.row);
    add("feature-twice", words.sentence("twice", { feature: twice.feature, data: sheet, line }), line);
  }
  return { ...content, content: { shape: "whole", artifact: profile.assay }, issues: [...content.issues, ...issues] };
}

/** The one file without a header (File Formats, "Cancer Type"): its columns have an order. */
function typesOfCancer(content: FileContent): FileContent {
  const names = ["type_of_cancer", "name", "dedicated_color", "parent_type_of_cancer"];
  const table = tableOf(content);
  const columns = table.columns.map((column, at) => ({ ...column, name: names[at] ?? column.name }));
  return { ...content, header: columns.map(({ name }) => name), content: whole({ ...table, columns }) };
}

/** A file of places says by which build it counts. */
function withBuild(table: Table, { fields }: Meta): Table {
  const told = fields.get("reference_genome_id");
  const build = told === undefined ? null : buildNamed(told);
  if (build === null) return table;
  const columns = withSemantics(table).columns.map((column) =>
    column.semantic === "chromosome" ? { ...column, build } : column,
  );
  return { ...table, columns };
}

/** The study says what each of its files is: nothing of it is guessed again. */
const whole = (table: Table): Content => ({ shape: "whole", artifact: table });

/** What stands for nothing in a study (File Formats, "Clinical Data"), beside the words that stand for it everywhere. */
const missing = [
  ...missingNumbers,
  ...["Not Available", "Not Applicable", "Not Evaluated", "Pending", "Discrepancy", "Completed", "Null", "Unknown"].map(
    (word) => `[${word}]`,
  ),
].filter((word) => word !== "");

/** Lines at its beginning that say what its columns are. */
async function linesOfHash(parts: FileParts, file: string): Promise<number> {
  for await (const chunk of parts.open(file)) {
    const lines = new TextDecoder().decode(chunk.subarray(0, 1 << 16)).split(/\r\n|\n|\r/);
    const first = lines.findIndex((line) => !line.startsWith("#"));
    return first < 0 ? lines.length : first;
  }
  return 0;
}

/** A file of the study as a table of tab-separated text; lines that begin with # say what its columns are. */
async function readData(task: ReadTask, file: string, header = true): Promise<FileContent> {
  const parts = task.parts as FileParts;
  const own: ReadTask = {
    ...task,
    name: baseName(file),
    source: parts.source(file) ?? task.source,
    parts: null,
    settings: { ...asTheFileSays, header, skip: await linesOfHash(parts, file), missing },
    matrix: "table",
    open: () => parts.open(file),
    fraction: () => null,
  };
  return readAsDelimited(own, "\t");
}

function tableOf({ content }: FileContent): Table {
  if (content.shape !== "table") throw new TypeError("a table was asked for");
  return content.table;
}

function clinicalContent({ unnamed }: Study, { table, patients, lonely }: Clinical): FileContent {
  const issues: Issue[] = [];
  const add = (rule: string, severity: Issue["severity"], message: Sentence): void => {
    issues.push({ rule, severity, line: null, field: null, message });
  };
  if (patients > 0) add("joined", "note", words.sentence("joined", { count: table.rowCount, patients }));
  if (lonely.length > 0)
    add("no-patient", "warning", words.sentence("no-patient", { count: lonely.length, samples: lonely.slice(0, 5).join(", ") }));
  if (unnamed.length > 0) {
    const files = unnamed.map(baseName).slice(0, 12).join(", ");
    add("unnamed", "warning", words.sentence("unnamed", { count: unnamed.length, files }));
  }
  return {
    content: whole(table),
    header: table.columns.map(({ name }) => name),
    issues,
    said: [],
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
}
