// Files of the format cbioportal-study, for its contract suite: a study of our own making.

import { crc32 } from "../../base/crc32.ts";
import { storedZip } from "../../base/stored-zip.ts";
import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const study: { readonly [name: string]: string } = {
  "meta_study.txt": "type_of_cancer: brca\ncancer_study_identifier: ours\nname: Ours\ndescription: A study of our own\n",
  "meta_clinical_samples.txt":
    "cancer_study_identifier: ours\ngenetic_alteration_type: CLINICAL\ndatatype: SAMPLE_ATTRIBUTES\ndata_filename: data_clinical_samples.txt\n",
  "data_clinical_samples.txt":
    "#Patient\tSample\tPurity\n#Patient\tSample\tPurity\n#STRING\tSTRING\tNUMBER\n#1\t1\t1\nPATIENT_ID\tSAMPLE_ID\tPURITY\nP1\tS1\t0.5\nP1\tS2\t[Not Available]\nP3\tS3\t0.7\n",
  "meta_clinical_patients.txt":
    "cancer_study_identifier: ours\ngenetic_alteration_type: CLINICAL\ndatatype: PATIENT_ATTRIBUTES\ndata_filename: data_clinical_patients.txt\n",
  "data_clinical_patients.txt": "#Patient\tSex\nPATIENT_ID\tSEX\nP1\tFemale\nP2\tMale\n",
  "meta_expression.txt":
    "cancer_study_identifier: ours\ngenetic_alteration_type: MRNA_EXPRESSION\ndatatype: Z-SCORE\nstable_id: z\ndata_filename: data_expression.txt\n",
  "data_expression.txt": "Hugo_Symbol\tEntrez_Gene_Id\tS3\tS1\tS9\nTP53\t7157\t1.5\t>8\t-1\nTP53\t7158\t2\tNA\t0\n",
};

export function archiveOf(files: { readonly [name: string]: string }): Uint8Array {
  const parts = Object.entries(files).map(([name, text]) => ({ name, size: utf8(text).length, crc: crc32(utf8(text)) }));
  const pieces = storedZip(parts).map((piece) => ("bytes" in piece ? piece.bytes : utf8(files[piece.part] ?? "")));
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export const cases: FormatCases = {
  examples: [
    {
      title: "what is known of samples and of their patients, joined",
      bytes: () => archiveOf(study),
      gives: { type: "table", shape: [3, 4] },
      issues: [
        ["joined", null],
        ["no-patient", null],
      ],
    },
    {
      title: "a profile of numbers, with what is known of its samples",
      bytes: () => archiveOf(study),
      spec: { sheet: "data_expression.txt" },
      gives: { type: "assay", shape: [2, 3] },
      issues: [
        ["joined", null],
        ["no-patient", null],
      ],
    },
  ],
  bad: [
    {
      title: "a study of which a meta file names a file that is not there",
      bytes: () => {
        const { "data_clinical_samples.txt": _left, "data_clinical_patients.txt": _out, ...rest } = study;
        return archiveOf(rest);
      },
      reason: "format-cbioportal-study.no-data",
      line: null,
    },
  ],
};
