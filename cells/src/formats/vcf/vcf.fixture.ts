// Small VCFs, made after the examples of the standard (VCF 4.3 §1.1). What is in them was read with bcftools 1.16
// (norm -m-, query, +fill-tags): see vcf.test.ts.

export const family = `##fileformat=VCFv4.3
##fileDate=20090805
##reference=file:///seq/references/hg18.fasta
##contig=<ID=20,length=62435964,assembly=B36,species="Homo sapiens",taxonomy=x>
##contig=<ID=X>
##INFO=<ID=NS,Number=1,Type=Integer,Description="Number of Samples With Data">
##INFO=<ID=DP,Number=1,Type=Integer,Description="Total Depth">
##INFO=<ID=AF,Number=A,Type=Float,Description="Allele Frequency">
##INFO=<ID=DB,Number=0,Type=Flag,Description="dbSNP membership, build 129">
##FILTER=<ID=q10,Description="Quality below 10">
##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype Quality">
##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Read Depth">
##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Reads of each allele">
#CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO	FORMAT	mother	father	child
20	14370	rs6054257	G	A	29	PASS	NS=3;DP=14;AF=0.5;DB	GT:GQ:DP	0|0:48:1	1|0:48:8	1/1:43:5
20	17330	.	T	A	3.5	q10	NS=3;DP=11;AF=0.017	GT:GQ:DP	0|0:49:3	0|1:3:5	./.
20	1110696	rs6040355	A	<DEL>	67	PASS	NS=2;DP=10;AF=1e-3;DB	GT:GQ	0/0	0/1:2	0/0:35
20	1234567	microsat1	GTC	G,GTCT	50	PASS	NS=3;DP=9;AF=0.25,0.5	GT:GQ:AD	0/1:35:4,5,0	0/2:17:2,0,3	./1:40:1,1,.
X	2781600	.	C	T	.	.	NS=3	GT	0/1	1	0
`;

export const sitesOnly = `##fileformat=VCFv4.2
##INFO=<ID=AF,Number=A,Type=Float,Description="Allele Frequency">
##INFO=<ID=OLD,Number=.,Type=String,Description="Former names">
##INFO=<ID=END,Number=1,Type=Integer,Description="Last base">
#CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO
chr1	100	rs1	A	G	10	PASS	AF=0.25;OLD=a,b
chr1	200	.	C	<DEL>	.	q10;s50	END=300
`;

export const gvcf = `##fileformat=VCFv4.2
##ALT=<ID=NON_REF,Description="Represents any possible alternative allele at this location">
##INFO=<ID=END,Number=1,Type=Integer,Description="Stop position of the interval">
##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
##contig=<ID=chr1,length=248956422>
##contig=<ID=chr2,length=242193529>
#CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO	FORMAT	HG1
chr1	1	.	N	<NON_REF>	.	.	END=99	GT	0/0
chr1	100	.	C	A,<NON_REF>	30.5	.	.	GT	0/1
chr1	101	.	G	<NON_REF>	.	.	END=200	GT	0/0
`;

export const imputed = `##fileformat=VCFv4.1
##FORMAT=<ID=DS,Number=A,Type=Float,Description="Estimated alternate allele dosage">
#CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO	FORMAT	a	b
1	100	.	A	G	.	PASS	.	DS	0.125	1.5
1	200	.	A	G,C	.	PASS	.	DS	0,2	.
`;

/**
 * Dosages beside genotypes. `bcftools norm -m- | bcftools query -i '(GT="RR" & DS>1.02) | (GT="AA" & DS<0.98) | (GT="het" &
 * (DS<0.3133 | DS>1.6867)) | (GT="R" & DS>0.52) | (GT="A" & DS<0.48)'` (1.16) finds six: ann and cas at 20, cas twice at 30, bob at
 * 40, cas at X:50.
 */
export const beside = `##fileformat=VCFv4.2
##contig=<ID=1,length=249250621>
##contig=<ID=X,length=155270560>
##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
##FORMAT=<ID=DS,Number=A,Type=Float,Description="Dosage">
#CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO	FORMAT	ann	bob	cas
1	10	.	A	G	.	PASS	.	GT:DS	0/0:0.05	0/1:1.1	1/1:1.95
1	20	.	A	G	.	PASS	.	GT:DS	0/0:1.8	0/1:0.9	1/1:0.1
1	30	.	A	G,T	.	PASS	.	GT:DS	0/2:0.1,0.9	1/2:1,1	2/2:1.9,0.1
1	40	.	A	G	.	PASS	.	GT:DS	./.:1.2	0|1:0.2	0|0:0.99
X	50	.	A	G	.	PASS	.	GT:DS	0/1:1	1:0.9	0:0.95
X	60	.	A	G	.	PASS	.	GT:DS	1/1:2	1:2	0:0
`;
