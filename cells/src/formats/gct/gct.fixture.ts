// Small files in GCT 1.2 and 1.3, made after the format's description. What is in them was read with base R 4.2.2
// (read.delim, type.convert; na.strings NA, na, -666 and empty): see gct.test.ts.

export const small12 = `#1.2
4	3
NAME	Description	A03	A04	B05
200814_at	PSME1	11.3819	11.3336	11.4486
218597_s_at	CISD1	10.445		10.3658
217140_s_at	VDAC1	6.3682	NaN	-6.0089
209253_at	SORBS3	8.1372	8.2499	84592
`;

export const small13 = `#1.3
4	3	2	3
id	pr_gene_symbol	pr_num	A03	A04	B05
cell_id	na	na	A375	A375	MCF7
pert_dose	-666	-666	10	-666	0.5
pert_time	na	na	24	6	24
200814_at	PSME1	1	11.3819	11.3336	1E2
218597_s_at	CISD1	2	10.445	NA	-0.25
217140_s_at	-666	3		5.9869	6.0089
209253_at	SORBS3	-666	8.1372	8.2499	16777217
`;
