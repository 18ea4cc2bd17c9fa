// Files of the format featurecounts, for its contract suite: as featureCounts 2.0.3 writes them.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const command = '# Program:featureCounts v2.0.3; Command:"featureCounts" "-a" "a.gtf" "-o" "fc.txt" "S0.bam" "S1.bam"\n';
const header = "Geneid\tChr\tStart\tEnd\tStrand\tLength\tS0.bam\tS1.bam\n";
const genes = "ENSG01\t10;10\t1500;2337\t1690;2619\t+;+\t474\t74\t187\nENSG02\t11\t5\t99\t-\t95\t105\t207\n";

export const cases: FormatCases = {
  examples: [
    { title: "genes", bytes: () => utf8(command + header + genes), gives: { type: "assay", shape: [2, 2] } },
    { title: "without its comment", bytes: () => utf8(header + genes), gives: { type: "assay", shape: [2, 2] } },
    {
      title: "exons",
      bytes: () => utf8(`${command}${header}A\t10\t1\t5\t+\t5\t1\t2\nA\t10\t9\t12\t+\t4\t3\t4\n`),
      gives: { type: "assay", shape: [2, 2] },
    },
  ],
  bad: [
    { title: "names alone", bytes: () => utf8(command + header), reason: "quantified.no-rows", line: null },
    {
      title: "a line that was cut",
      bytes: () => utf8(`${command}${header}A\t10\t1\n`),
      reason: "quantified.fields-differ",
      line: 3,
    },
    {
      title: "a count that is none",
      bytes: () => utf8(command + header + genes.replace("207", "many")),
      reason: "quantified.no-number",
      line: 4,
    },
  ],
};
