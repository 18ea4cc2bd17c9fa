# The answers of embeddings.json: Rscript embeddings.R > embeddings.json. R 4.2.2, uwot 0.1.14, Rtsne 0.16, MASS 7.3-58.2.
suppressMessages({ library(uwot); library(Rtsne); library(MASS); library(jsonlite) })
set.seed(11)
n <- 150
group <- rep(1:3, each = n / 3)
angle <- runif(n, 0, 2 * pi)
x <- cbind(cos(angle) * group * 2, sin(angle) * group * 2, group, matrix(rnorm(n * 5, sd = .3), n))
x <- round(x, 6)

# Venna and Kaski's measure, written out: of the k nearest on the map, by how much their ranks in the data are beyond k.
trust <- function(x, y, k) {
  dx <- as.matrix(dist(x)); dy <- as.matrix(dist(y)); n <- nrow(x)
  sum <- 0
  for (i in 1:n) {
    rank_x <- rank(dx[i, -i], ties.method = "first"); near <- order(dy[i, -i])[1:k]
    sum <- sum + sum(pmax(rank_x[near] - k, 0))
  }
  1 - 2 * sum / (n * k * (2 * n - 3 * k - 1))
}
set.seed(1)
u <- umap(x, n_neighbors = 15, min_dist = .1, n_threads = 1, n_sgd_threads = 1)
# Its map hangs on its random start: the mean over five of them.
kl <- mean(sapply(1:5, function(seed) { set.seed(seed); sum(Rtsne(x, theta = 0, perplexity = 20, pca = FALSE)$costs) }))
d <- dist(x)
eig <- cmdscale(d, k = 2, eig = TRUE)
manhattan <- cmdscale(dist(x, "manhattan"), k = 2)
correlated <- cmdscale(as.dist(1 - cor(t(x))), k = 2)
iso <- isoMDS(d, k = 2, trace = FALSE, maxit = 500, tol = 1e-6)
write(toJSON(list(
  x = x,
  classical = eig$points, eigenvalues = eig$eig[1:2],
  manhattan = manhattan, correlated = correlated,
  isoStress = iso$stress / 100,
  fixed = round(u, 4), fixedTrust = trust(x, round(u, 4), 15),
  umapTrust = trust(x, u, 15), tsneDivergence = kl,
  isotonic = isoreg(c(1, 3, 2, 4, 3.5, 3.5, 5, 0, 6))$yf
), digits = NA, auto_unbox = TRUE), stdout())
