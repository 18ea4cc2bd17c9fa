# Model matrices, ranks and what is not estimable, by R and limma, for designs on the mice of GSE96870 (CC BY 4.0) and on invented
# sheets. Writes oracle.json beside it: Rscript cells/src/stats/design/oracle.R SHEET.csv cells/src/stats/design/oracle.json
suppressMessages({library(jsonlite); library(limma)})
args <- commandArgs(TRUE)
mice <- read.csv(args[1], check.names = FALSE)[, c("sample", "age", "sex", "infection", "strain", "time", "mouse")]
mice$hours <- c(Day0 = 0, Day4 = 96, Day8 = 192)[mice$time]

set.seed(96870)
even <- expand.grid(rep = 1:2, time = c("t2", "t10", "t1"), condition = c("treated", "Control"), batch = c("b1", "b2"), stringsAsFactors = FALSE)
even$sex <- rep(c("F", "M"), 12)
even$age <- round(rnorm(24, 50, 9), 1)
even$dose <- rep(c(0, 0.5, 1, 2), 6)
even$smoker <- rep(c(TRUE, FALSE, FALSE), 8)
even[["cell line"]] <- rep(c("HeLa", "K-562", "a 549"), each = 8)
even$ref <- factor(even$condition, levels = c("treated", "Control"))
even$stage <- factor(rep(c("low", "mid", "high"), 8), levels = c("low", "mid", "high", "top"))
even$months <- round(even$age * 12, 1)
even$same <- 7
even$one <- "x"
even$id <- sprintf("S%02d", 1:24)
even$`1st` <- rep(c("y", "n"), each = 12)
even$.x <- rep(1:3, 8)
even$`группа` <- rep(c("контроль", "опыт"), 12)

odd <- data.frame(
  batch = c("1", "1", "1", "1", "2", "2", "2", "2"), condition = c("ctl", "ctl", "ctl", "ctl", "trt", "trt", "trt", "trt"),
  site = c("A", "A", "B", "B", "C", "C", "D", "D"), donor = c("d1", "d2", "d3", "d4", "d1", "d2", "d3", "d4"),
  nested = c("n1", "n1", "n2", "n2", "n3", "n3", "n4", "n4"), group = c("a", "b", "a", "b", "a", "b", "a", "c"),
  p = c("u", "u", "v", "v", "u", "u", "v", "v"), q = c("k", "l", "k", "l", "l", "k", "l", "k"),
  x = c(1, 2, 3, 4, 5, 6, 7, 8), y = c(2, 4, 6, 8, 10, 12, 14, 16.000001), z = c(3, 1, 4, 1, 5, 9, 2, 6))
odd$sum <- odd$x + odd$z
odd$near <- odd$x + c(1e-9, 0, 0, 0, 0, 0, 0, 0)
odd$apart <- odd$x + c(1e-4, 0, 0, 0, 0, 0, 0, 0)
odd$tiny <- odd$z * 1e-12
gaps <- data.frame(g = c("a", NA, "b", "b", "a", "c", "c", "a"), v = c(1, 2, NA, 4, 5, 6, 7, 8), k = c("p", "q", "p", "q", "p", "q", "p", "q"),
  alone = c("m", "n", "o", "m", "m", "m", "m", "m"))

asked <- list(
  mice = c("~ sex + time", "~ 0 + time", "~ sex * time", "~ infection + time", "~ time + infection", "~ sex + infection * time", "~ infection:time",
    "~ time:infection - 1", "~ sex / time", "~ (sex + infection + time)^2", "~ sex + hours", "~ sex * hours", "~ time + hours", "~ sample",
    "~ sex + mouse", "~ strain", "~ age + sex", "~ 0 + sex + time", "~ 0 + sex:time", "~ time %in% sex", "~ sex + sex:time", "~ 0 + infection + time:sex"),
  even = c("~ batch + condition * time", "~ 0 + batch + condition", "~ condition * time * batch", "~ condition:time", "~ 0 + condition:time",
    "~ condition + condition:time", "~ time + condition:time", "~ 0 + age", "~ 0 + age + condition", "~ age * condition", "~ 0 + age:condition",
    "~ 0 + age:condition + condition", "~ smoker", "~ 0 + smoker", "~ smoker * condition", "~ `cell line` + condition", "~ `cell line`:condition",
    "~ 0 + `cell line` * age", "~ ref * time", "~ stage", "~ stage * condition", "~ 0 + stage", "~ age + months", "~ same", "~ same + condition", "~ one + condition",
    "~ 0 + one", "~ 1", "~ 0", "~ -1", "~ -1 + 1 + sex", "~ +0 + sex + 1", "~ sex - 1", "~ sex - (sex - 1)", "~ sex + -1", "~ (sex + time)^2 - sex:time", "~ (sex + time + batch)^3 - batch:time",
    "~ (sex + time + batch)^2^1", "~ sex * time - time", "~ sex * time - sex", "~ batch / condition / time", "~ (batch + sex) / condition", "~ batch:condition + sex:time",
    "~ time:condition + batch:condition", "~ 0 + time:condition + batch", "~ id", "~ 0 + id", "~ dose", "~ dose:age", "~ age:dose:condition", "~ 0 + dose:time", "~ `1st` + .x", "~ `группа` * sex",
    "~ группа", "~ condition*(time+batch)", "~ condition:(time+batch)", "~ condition %in% (time+batch)", "~ sex+sex+sex", "~ b + sex", "~ sex:sex", "~ sex^3", "~ time - time", "~ age - age + sex:age",
    "~ (sex+age)^2", "~ batch*condition - batch:condition + time", "~((sex))"),
  odd = c("~ batch + condition", "~ condition + batch", "~ condition + site", "~ site + condition", "~ condition + nested", "~ condition * nested", "~ condition / nested", "~ donor + condition",
    "~ group", "~ 0 + group", "~ p * q + condition", "~ p + q + batch", "~ x + y", "~ x + near", "~ x + apart", "~ near + x", "~ x + z + sum", "~ sum + x + z", "~ tiny + z", "~ z + tiny", "~ x * z", "~ group * condition", "~ donor * condition",
    "~ p + q + condition + p:q:condition", "~ site * donor", "~ x:condition + z", "~ 0 + donor + condition + batch"),
  gaps = c("~ g", "~ g + v", "~ v * k", "~ alone + g", "~ g + v + alone", "~ k + alone", "~ g - v"))

sheets <- list(mice = mice, even = even, odd = odd, gaps = gaps)
column <- function(x) {
  if (is.factor(x)) list(type = unbox("text"), levels = levels(x), values = as.character(x))
  else list(type = unbox(if (is.logical(x)) "boolean" else if (is.numeric(x)) "number" else "text"), values = unname(x))
}
answer <- function(sheet, text) {
  d <- sheets[[sheet]]
  made <- tryCatch({
    f <- as.formula(text)
    m <- model.matrix(f, model.frame(f, d))
    q <- qr(m)
    tt <- terms(f)
    list(names = as.character(colnames(m)), assign = as.integer(attr(m, "assign")), labels = as.character(attr(tt, "term.labels")), intercept = unbox(attr(tt, "intercept") == 1), rows = unname(as.integer(match(rownames(m), rownames(d)))),
      matrix = apply(m, 1, function(r) paste(vapply(r, function(v) format(v, digits = 17), ""), collapse = " ")), rank = unbox(if (ncol(m) > 0) q$rank else 0L), aliased = as.character(if (ncol(m) > 0) nonEstimable(m)))
  }, error = function(e) list(error = unbox(conditionMessage(e))))
  if (is.null(made$error)) made$matrix <- if (length(made$names) == 0) character(0) else unname(as.character(made$matrix))
  c(list(sheet = unbox(sheet), formula = unbox(text)), made)
}
answers <- unlist(lapply(names(asked), function(s) lapply(asked[[s]], function(f) answer(s, f))), recursive = FALSE)
texts <- c("b", "B", "a", "A", "ab", "aB", "AB", "Ab", "_x", "10", "9", "2", "a_1", "a-1", "a1", "a 1", "a.1", "Control", "control", "KO", "WT", "Treated", "wt", "wt/ko",
  "wt+ko", "+", "-", "(x)", "x*", "é", "e", "f", "É", "ea", "éa", "контроль", "опыт", "Ёж", "еж", "ж", "z", "Day10", "Day2", "day1", "", "~", "$", "=", "<1", ">1", "#1", "%", "a'b", "a\"b", "[1]", "{", "@", "&", "!", "?", ";", ":", ",", "|", "^", "`", "\\")
writeLines(toJSON(list(made = unbox(paste(R.version.string, "limma", packageVersion("limma"))), sorted = levels(factor(texts)),
  sheets = lapply(sheets, function(d) lapply(as.list(d), column)), answers = answers), pretty = FALSE, digits = NA, na = "null"), args[2], useBytes = TRUE)
