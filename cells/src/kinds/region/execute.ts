// Reads the records of a place. More than are wanted are refused with their number: a table that is cut is none.

import { FailureError } from "../../base/failure.ts";
import { err, ok } from "../../base/result.ts";
import { isCellRef } from "../../base/refs.ts";
import type { Execute } from "../../contract/execute.ts";
import { placeInFile } from "../../files/places/place-in-file.ts";
import { placesOf } from "../../files/places/places-of.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { words as cardWords } from "./card-words.ts";
import type { RegionSpec } from "./spec.ts";
import { words } from "./words.ts";

export const execute: Execute<RegionSpec> = async (spec, context) => {
  if (!spec.from) return err(cardWords.failure("needs-from", {}, { at: ["from"] }));
  try {
    const { artifact, bytes, reader } = await placesOf(
      context.input(spec.from),
      (file) => context.fileOf(file),
      context.engines.inflate,
    );
    const text = String(context.valueOf(spec.place) ?? "");
    const { place, said } = placeInFile(artifact, { text, build: spec.build, at: isCellRef(spec.place) ? null : ["place"] });
    for (const sentence of said) context.log(sentenceIn(sentence, "en"));
    const { out, found } = await reader.region({
      artifact,
      bytes,
      place,
      most: spec.most,
      minQuality: spec.minQuality,
      withoutFlags: spec.withoutFlags,
      signal: context.signal,
      progress: (fraction) => context.progress(fraction, words.sentence("progress")),
    });
    if (out === null) return err(words.failure("too-many", { place: text, found, most: spec.most }, { at: ["most"] }));
    return ok({ out });
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return err(error.failure);
  }
};
