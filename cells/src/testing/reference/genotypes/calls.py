# Calls by chance with depth (DP) and quality (GQ), of which s4 and s9 are shallow, sites with QUAL and FILTER; calls.vcf is read by tests, whose
# numbers are those of bcftools stats -s - and bcftools view on it. By hand, in this folder: /usr/bin/python3 calls.py
import numpy as np
rng=np.random.default_rng(3)
n,m=16,200
names=[f's{i}' for i in range(n)]
mean=np.full(n,30.0); mean[4]=6; mean[9]=3
with open('calls.vcf','w') as f:
    f.write('##fileformat=VCFv4.2\n##FILTER=<ID=LowQual,Description="low">\n##contig=<ID=1,length=249250621>\n##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n##FORMAT=<ID=DP,Number=1,Type=Integer,Description="d">\n##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="q">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t'+'\t'.join(names)+'\n')
    bases='ACGT'
    for j in range(m):
        ref=bases[rng.integers(4)]; alt={'A':'G','G':'A','C':'T','T':'C'}[ref] if rng.random()<.67 else [b for b in bases if b!=ref][rng.integers(3)]
        fr=rng.uniform(.1,.9); c=[]
        for i in range(n):
            dp=rng.poisson(mean[i]); gq=min(99,int(dp*3.2+rng.integers(0,5)))
            a,b=(rng.random(2)<fr).astype(int)
            r=rng.random()
            if dp==0: c.append('./.:0:.' if r<.5 else './.')
            elif r<.02: c.append(f'./.:{dp}:{gq}')
            elif r<.03: c.append(f'{a}/{b}:.:{gq}')
            else: c.append(f'{a}/{b}:{dp}:{gq}')
        q='.' if j%50==0 else f'{rng.gamma(2,60):.1f}'
        f.write(f'1\t{100*j+5}\tv{j}\t{ref}\t{alt}\t{q}\t'+('LowQual' if j%40==3 else '.' if j%7==0 else 'PASS')+'\t.\tGT:DP:GQ\t'+'\t'.join(c)+'\n')
