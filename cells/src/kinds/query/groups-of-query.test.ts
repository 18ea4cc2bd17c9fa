// Which queries make groups and count them. That the counts are what DuckDB answers is kernel/src/engines' test.

import { expect, test } from "vitest";
import { groupsOfQuery } from "./groups-of-query.ts";

test.each<[string, readonly string[]]>([
  ["select sex, count(*) as n from people group by sex", ["n"]],
  ["SELECT count(*) FROM people;", ["count_star()"]],
  [
    `select p."the sex" sex, avg(p.age) as "mean age", count(p.age) "how many" from people as p where age > 3 group by all`,
    ["how many"],
  ],
  [
    "select sex, count(distinct id) n, count(*) as rows from pca.samples group by sex having n > 3 order by n desc limit 4",
    ["n", "rows"],
  ],
  ["select sex, count(*) n from people where id in (select id from others) group by sex -- a comment", ["n"]],
])("%s", (sql, counts) => {
  expect(groupsOfQuery(sql)?.counts).toEqual(counts);
});

test("a smallest and a largest value are of one individual, a mean is of its group", () => {
  expect(groupsOfQuery("select sex, count(*) n, mean(age), max(age) from people group by sex")?.statistics).toEqual([
    "count",
    "mean",
    "extreme",
  ]);
});

test.each([
  ["a number that was written by hand", "select *, 100 as n from people"],
  ["a number that was written by hand beside a count", "select sex, count(*) as n, 100 as count from people group by sex"],
  ["no count", "select sex, max(age) from people group by sex"],
  ["a window, whose rows are those of the table", "select id, count(*) over () as n from people"],
  ["a count of some", "select sex, count(*) filter (age > 3) as n from people group by sex"],
  ["a sum of counts", "select sex, count(*) * 100 as n from people group by sex"],
  ["a join multiplies rows", "select sex, count(*) as n from people join people using (sex) group by sex"],
  ["so do two tables", "select sex, count(*) as n from people, others group by sex"],
  ["rows that a query made", "select sex, count(*) as n from (select * from people, others) group by sex"],
  [
    "rows that a name of the text stands for",
    "with p as (select * from people, others) select sex, count(*) n from p group by sex",
  ],
  ["rows of a function", "select count(*) as n from range(100)"],
  ["other rows below", "select sex, count(*) as n from people group by sex union select id, 100 from people"],
  ["each member of a group", "select unnest(list(id)), count(*) as n from people group by sex"],
  ["names of members", "select string_agg(id), count(*) as n from people group by sex"],
  ["two columns of one name", "select n, count(*) as N from people group by n"],
  ["an alias before", "select n: 100, count(*) from people"],
  ["two statements", "select count(*) n from people; select * from people"],
  ["from first", "from people select count(*) as n"],
  ["nothing", ""],
])("%s: nothing is believed (%s)", (_what, sql) => {
  expect(groupsOfQuery(sql)).toBeNull();
});
