/**
 * Kiveris, Lattanzi, Mirrokni, Rastogi, Vassilvitskii, "Connected Components in MapReduce and Beyond" (SoCC 2014): large-star
 * and small-star by turns, until every component is a star around its least vertex. Links are held once, from the greater end
 * `u` to the lesser `v`. Then the least of a vertex and its neighbours is the least `v` beside it, or itself where it
 * stands as `u` nowhere; a greater neighbour is never less. What is found depends on no order of the rows.
 */

/** Per `u` its least neighbour `m`, and whether it has `several`. */
export const leastNeighbours = (links: string): string =>
  `select u, min(v) as m, case when min(v) <> max(v) then 1 else 0 end as several from ${links} group by u`;

/** Vertices that hang on one other and that none hangs on: they join its component whatever becomes of it, and are set aside. */
export const leaves = (links: string, least: string): string =>
  `select p.u as u, p.m as m from ${least} p left join (select v from ${links} group by v) h on p.u = h.v
   where p.several = 0 and h.v is null`;

/** Greater neighbours of every vertex are tied to the least that it knows; leaves are left out. */
export const largeStar = (links: string, least: string, leaf: string): string =>
  `select e.u as u, coalesce(p.m, e.v) as v from ${links} e left join ${least} p on e.v = p.u
   left join ${leaf} l on e.u = l.u where l.u is null`;

/** Lesser neighbours of every vertex, and it itself, are tied to the least of them. */
export const smallStar = (links: string): string => `
with least as (select u, min(v) as m from ${links} group by u)
select u, v from (
  select e.v as u, l.m as v from ${links} e join least l on e.u = l.u where e.v <> l.m
  union all
  select u, m as v from least
) tied group by u, v`;

/** Leaves with the least of the component that they hang on, where `later` knows those that were set aside after them. */
export const resolved = (leaf: string, later: string): string =>
  `select l.u as u, coalesce(r.m, l.m) as m from ${leaf} l left join ${later} r on l.m = r.u`;
