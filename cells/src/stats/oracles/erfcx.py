# Chebyshev coefficients of (1 + 2x) exp(x^2) erfc(x) in t = (x - K) / (x + K), for distributions/erfcx.ts.
# /usr/bin/python3 erfcx.py (mpmath 1.3.0)
from mpmath import mp, mpf, cos, pi, exp, erfc, sqrt, nstr

mp.dps = 50
K = mpf("3.75")
N = 80


def f(t):
    x = K * (1 + t) / (1 - t)
    if x > mpf(10) ** 6:
        return (1 + 2 * x) / (x * sqrt(pi)) * (1 - 1 / (2 * x * x) + 3 / (4 * x**4))
    return (1 + 2 * x) * exp(x * x) * erfc(x)


angles = [pi * (k + mpf(1) / 2) / N for k in range(N)]
values = [f(cos(a)) for a in angles]
for j in range(28):
    c = 2 * sum(v * cos(j * a) for v, a in zip(values, angles)) / N
    print("  %s," % repr(float(c / 2 if j == 0 else c)))
