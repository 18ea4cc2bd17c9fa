// Files of the format gtf, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const genes = `#!genome-build GRCh38.p13\nchr8\tHAVANA\tgene\t127686343\t127733967\t.\t-\t.\tgene_id "ENSG00000249375.7"; gene_name "CASC11"; level 2;\nchr8\tHAVANA\ttranscript\t127686343\t127733967\t.\t-\t.\tgene_id "ENSG00000249375.7"; transcript_id "ENST00000502463.7"; tag "basic"; tag "a; b";\nchr8\tHAVANA\texon\t127686343\t127689423\t.\t-\t.\tgene_id "ENSG00000249375.7"; transcript_id "ENST00000502463.7"; exon_number 1;\n`;

export const cases: FormatCases = {
  examples: [
    { title: "a gene with a transcript", bytes: () => utf8(genes), gives: { type: "table", shape: [3, 14] } },
    {
      title: "with line ends of Windows",
      bytes: () => utf8(genes.replaceAll("\n", "\r\n")),
      gives: { type: "table", shape: [3, 14] },
    },
  ],
  bad: [
    {
      title: "a start behind the end",
      bytes: () => utf8(genes.replace("127686343\t127689423", "127699343\t127689423")),
      reason: "intervals.start-after-end",
      line: 4,
    },
    {
      title: "an end that is no number",
      bytes: () => utf8(`${genes}${genes.replace("127689423", "end")}`),
      reason: "intervals.no-whole",
      line: 8,
    },
  ],
};
