# The same questions as in distributions.tsv, answered with 60 digits: distributions-exact.tsv. mpmath 1.3.0.
# Continued fractions by Lentz over densities by loggamma; hypergeometric tails as sums of exact fractions.
import math
from fractions import Fraction
from mpmath import mp, mpf, log, exp, log1p, expm1, loggamma, erfc, sqrt, inf, nan

mp.dps = 60
TINY = mpf(10) ** -1000


def fraction_beta(a, b, x):
    c, d = mpf(1), 1 - (a + b) * x / (a + 1)
    d = 1 / (d if d else TINY)
    h = d
    for m in range(1, 1000000):
        for an in (m * (b - m) * x / ((a - 1 + 2 * m) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1 + 2 * m))):
            d = 1 + an * d
            c = 1 + an / c
            d = 1 / (d if d else TINY)
            c = c if c else TINY
            h *= d * c
        if abs(d * c - 1) < mpf(10) ** -40:
            return h
    raise Exception("no end")


def pair(direct, is_lower):
    other = log1p(-exp(direct)) if direct < -1 else log(-expm1(direct))
    return (direct, other) if is_lower else (other, direct)


def beta(a, b, x, y):
    if x <= 0:
        return -inf, mpf(0)
    if y <= 0:
        return mpf(0), -inf
    below = x * (a + b) <= a
    p, q, u, v = (a, b, x, y) if below else (b, a, y, x)
    direct = p * log(u) + q * log(v) - log(p) - loggamma(p) - loggamma(q) + loggamma(p + q) + log(fraction_beta(p, q, u))
    return pair(direct, below)


def gamma(a, x):
    if x <= 0:
        return -inf, mpf(0)
    if x == inf:
        return mpf(0), -inf
    density = a * log(x) - x - loggamma(a + 1)
    if x <= a or x < 1:
        s = t = mpf(1)
        k = 0
        while t > s * mpf(10) ** -45:
            k += 1
            t *= x / (a + k)
            s += t
        return pair(density + log(s), True)
    b = x + 1 - a
    c, d = 1 / TINY, 1 / b
    h = d
    k = 0
    while True:
        k += 1
        an = k * (a - k)
        b += 2
        d = 1 / (an * d + b)
        c = b + an / c
        h *= d * c
        if abs(d * c - 1) < mpf(10) ** -40:
            break
    return pair(density + log(a * h), False)


def swap(p):
    return p[1], p[0]


def normal(x):
    if math.isnan(x):
        return nan, nan
    if math.isinf(x):
        return (mpf(0), -inf) if x > 0 else (-inf, mpf(0))
    if abs(x) > 1e6:
        z = abs(x)
        return pair(-z * z / 2 - log(z * sqrt(2 * mp.pi)) + log1p(-1 / z**2 + 3 / z**4), x < 0)
    return pair(log(erfc(abs(x) / sqrt(mpf(2))) / 2), x < 0)


def t(x, df):
    if math.isnan(x) or not df > 0:
        return nan, nan
    if math.isinf(df):
        return normal(x)
    if math.isinf(x):
        return (mpf(0), -inf) if x > 0 else (-inf, mpf(0))
    whole = df + x * x
    beyond = beta(df / 2, mpf(1) / 2, df / whole, x * x / whole)[0] - log(mpf(2))
    return pair(beyond, x < 0)


def chi(x, df):
    return gamma(df / 2, x / 2)


def f(x, d1, d2):
    if x <= 0:
        return -inf, mpf(0)
    if math.isinf(x):
        return mpf(0), -inf
    if math.isinf(d2):
        return chi(x * d1, d1)
    if math.isinf(d1):
        return swap(chi(d2 / x, d2))
    u = d2 / (d2 + d1 * x)
    return swap(beta(d2 / 2, d1 / 2, u, 1 - u))


def binomial(x, n, p):
    k = mp.floor(x)
    if k < 0:
        return -inf, mpf(0)
    if k >= n:
        return mpf(0), -inf
    return swap(beta(k + 1, n - k, p, 1 - p))


def poisson(x, m):
    if x < 0:
        return -inf, mpf(0)
    return swap(gamma(x + 1, m)) if m > 0 else (mpf(0), -inf)


def negative(x, size, m):
    if x < 0:
        return -inf, mpf(0)
    if math.isinf(size):
        return poisson(x, m)
    return beta(size, x + 1, size / (size + m), m / (size + m))


def hyper(x, m, n, k):
    x, m, n, k = int(x), int(m), int(n), int(k)
    low, high = max(0, k - n), min(k, m)
    if x < low:
        return -inf, mpf(0)
    if x >= high:
        return mpf(0), -inf
    below = x * (m + n) <= k * m
    start, end, step = (x, low, -1) if below else (x + 1, high, 1)
    first = mpf(math.comb(m, start)) * math.comb(n, k - start) / math.comb(m + n, k)
    s = t = mpf(1)
    at = start
    while at != end and t > s * mpf(10) ** -40:
        t *= mpf(at * (n - k + at)) / ((m - at + 1) * (k - at + 1)) if below else mpf((m - at) * (k - at)) / ((at + 1) * (n - k + at + 1))
        at += step
        s += t
    return pair(log(first) + log(s), below)


ways = {"normal": normal, "t": t, "f": f, "chiSquared": chi, "gamma": lambda x, a, r: gamma(a, x * r),
        "beta": lambda x, a, b: beta(a, b, x, 1 - x), "binomial": binomial, "hypergeometric": hyper, "poisson": poisson,
        "negativeBinomial": negative}
with open("distributions.tsv") as asked, open("distributions-exact.tsv", "w") as out:
    next(asked)
    out.write("distribution\tparameters\tx\tlower\tupper\tlogLower\tlogUpper\n")
    for line in asked:
        name, params, x = line.rstrip("\n").split("\t")[:3]
        numbers = [mpf(float(v)) for v in [x] + [p for p in params.split(",") if p]]
        low, up = ways[name](*numbers)
        values = [float(exp(low)), float(exp(up)), float(low), float(up)]
        out.write("\t".join([name, params, x] + [repr(v) for v in values]) + "\n")
