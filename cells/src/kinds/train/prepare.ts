// What is learned from, how the rows are told apart and into which folds they fall; or why it cannot be learned.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { cellString, columnOf } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { annotationOf, learningData, missingColumn, type LearningData } from "../../learn/data-of-artifact.ts";
import { foldsByColumn, stratifiedFolds, type Folds } from "../../learn/folds.ts";
import { positiveClass, type PositiveBy } from "../../learn/positive-class.ts";
import { words as learnWords } from "../../learn/words.ts";
import type { TrainSpec } from "./spec.ts";

export interface Prepared {
  readonly data: LearningData;
  readonly classes: Int32Array;
  readonly classNames: readonly string[];
  readonly positive: { readonly at: number; readonly by: PositiveBy };
  readonly folds: Folds;
  readonly labs: readonly string[] | null;
}

/** `names`: of the rows, where they are not all rows of the data. */
export function prepare(spec: TrainSpec, source: Assay | Table, names?: readonly string[]): Result<Prepared, Failure> {
  const annotation = annotationOf(source);
  const target = columnOf(annotation, spec.target);
  if (!target) return err(missingColumn(annotation, spec.target, "target"));
  const groupName = spec.validation.type === "leave-one-out" ? spec.validation.column : spec.labColumn;
  const group = groupName === "" ? null : columnOf(annotation, groupName);
  if (groupName !== "" && !group)
    return err(missingColumn(annotation, groupName, spec.validation.type === "leave-one-out" ? "validation" : "labColumn"));
  if (group?.name === target.name)
    return err(learnWords.failure("lab-is-target", { column: target.name }, { at: ["validation"] }));
  const named = wrongFeatures(spec, annotation, source);
  if (named) return err(named);
  const labColumn = spec.labColumn === "" ? group : columnOf(annotation, spec.labColumn);
  const needs: Column[] = [target, ...(group ? [group] : [])];
  const data = learningData(source, {
    features: spec.features,
    except: [target.name, groupName, spec.labColumn, ...spec.except],
    needs,
    selects: spec.features === null ? spec.topFeatures : 0,
    ...(names ? { names } : {}),
  });
  if (!data.ok) return data;
  const kept = data.value.kept;
  const labels = Array.from(kept, (row) => cellString(target, row));
  const classNames = classesInOrder([...new Set(labels)]);
  if (classNames.length < 2)
    return err(
      learnWords.failure("one-class", { target: target.name, value: classNames[0] ?? "", rows: kept.length }, { at: ["target"] }),
    );
  if (classNames.length > 50) {
    return err(learnWords.failure("too-many-classes", { target: target.name, classes: classNames.length }, { at: ["target"] }));
  }
  const index = new Map(classNames.map((name, at) => [name, at]));
  const classes = Int32Array.from(labels, (label) => index.get(label) as number);
  const positive = classNames.length === 2 ? positiveClass(classNames, classes, spec.positive) : positiveOfMany(spec.positive);
  if (positive === null) {
    const reason = classNames.length === 2 ? "no-such-class" : "positive-of-many";
    return err(
      learnWords.failure(reason, { class: spec.positive, target: target.name, classes: classNames }, { at: ["positive"] }),
    );
  }
  let folds: Folds;
  if (spec.validation.type === "k-fold") {
    const smallest = Math.min(...classNames.map((_, at) => classes.reduce((count, value) => count + (value === at ? 1 : 0), 0)));
    if (spec.validation.folds > kept.length) {
      return err(
        learnWords.failure(
          "more-folds-than-rows",
          { folds: spec.validation.folds, rows: kept.length },
          {
            at: ["validation"],
            fix: { path: ["validation"], value: { type: "k-fold", folds: Math.max(2, Math.min(smallest, 10)) } },
          },
        ),
      );
    }
    folds = stratifiedFolds(classes, classNames.length, spec.validation.folds, spec.seed);
  } else {
    const values = Array.from(kept, (row) => cellString(group as Column, row));
    folds = foldsByColumn(values);
    if (folds.names.length < 2)
      return err(learnWords.failure("one-lab", { column: groupName, value: folds.names[0] ?? "" }, { at: ["validation"] }));
    if (folds.names.length > 500)
      return err(learnWords.failure("too-many-labs", { column: groupName, count: folds.names.length }, { at: ["validation"] }));
  }
  const labs = labColumn ? Array.from(kept, (row) => cellString(labColumn, row)) : null;
  return ok({ data: data.value, classes, classNames, positive, folds, labs });
}

/** Features that cannot be meant: what is predicted, a name that stands twice, and one to leave out that is not there. */
function wrongFeatures(spec: TrainSpec, annotation: Table, source: Assay | Table): Failure | null {
  const { features, except, target } = spec;
  if (source.type === "assay" && except.length > 0)
    return learnWords.failure("except-of-matrix", {}, { at: ["except"], fix: { path: ["except"], value: [] } });
  if (features === null) {
    const at = except.findIndex((name) => !columnOf(annotation, name));
    if (at < 0) return null;
    const { at: _field, fix, ...found } = missingColumn(annotation, except[at] as string, "except");
    const path = ["except", at];
    return { ...found, at: path, ...(fix ? { fix: { path, value: fix.value } } : {}) };
  }
  const fixed = (left: readonly string[]) => ({
    at: ["features"],
    fix: { path: ["features"], value: left.length > 0 ? left : null },
  });
  // A gene may be called like a column of the samples.
  if (source.type === "table" && features.includes(target))
    return learnWords.failure("feature-is-target", { target }, fixed(features.filter((name) => name !== target)));
  const both = except.find((name) => features.includes(name));
  if (both !== undefined)
    return learnWords.failure(
      "feature-left-out",
      { feature: both },
      { at: ["except"], fix: { path: ["except"], value: except.filter((name) => name !== both) } },
    );
  const twice = features.find((name, at) => features.indexOf(name) !== at);
  if (twice !== undefined) return learnWords.failure("feature-twice", { feature: twice }, fixed([...new Set(features)]));
  return null;
}

/** Numbers by their size, anything else by its letters: 1, 2, 10. */
function classesInOrder(names: readonly string[]): readonly string[] {
  const isNumber = names.every((name) => name.trim() !== "" && Number.isFinite(Number(name)));
  return isNumber ? [...names].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1)) : [...names].sort();
}

/** Of more than two classes none can be chosen. */
const positiveOfMany = (chosen: string): { readonly at: number; readonly by: PositiveBy } | null =>
  chosen === "" ? { at: 0, by: "order" } : null;
