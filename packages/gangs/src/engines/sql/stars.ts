/**
 * Kiveris, Lattanzi, Mirrokni, Rastogi, Vassilvitskii, "Connected Components in MapReduce and Beyond" (SoCC 2014): large-star
 * and small-star by turns, until every component is a star around its least vertex. Links are held once, from the greater end
 * `u` to the lesser `v`. Then the least of a vertex and its neighbours is the least `v` beside it, or itself where it
 * stands as `u` nowhere; a greater neighbour is never less. What is found depends on no order of the rows.
 */

/** Per `u` its least neighbour `m`, and whether it has `several`. */
export const leastNeighbours = (links: string): string =>
  `select u, min(v) as m, case when min(v) <> max(v) then 1 else 0 end as several from ${links} group by u`;

/** How many vertices still hang on two, or on one that itself hangs on another; 0 once all components are stars. */
export const unsettled = (least: string): string =>
  `select count(*) from ${least} p left join ${least} q on p.m = q.u where p.several = 1 or q.u is not null`;

/** Greater neighbours of every vertex are tied to the least that it knows. */
export const largeStar = (links: string, least: string): string =>
  `select e.u as u, coalesce(p.m, e.v) as v from ${links} e left join ${least} p on e.v = p.u`;

/** Lesser neighbours of every vertex, and it itself, are tied to the least of them. */
export const smallStar = (links: string): string => `
with least as (select u, min(v) as m from ${links} group by u)
select u, v from (
  select e.v as u, l.m as v from ${links} e join least l on e.u = l.u where e.v <> l.m
  union all
  select u, m as v from least
) tied group by u, v`;
