import { errors } from '../../errors.ts';
import type { Source, TellRow } from '../../ids/tables.ts';
import { countOf } from './session.ts';
import type { Workspace } from './workspace.ts';

const INTEGER = /^(?:tinyint|smallint|int|integer|bigint)$/i;

/** Vertices (columns `id`, `name`) and links between their ids (`u` > `v`), as tables. */
export interface SqlLinks {
  readonly vertices: string;
  readonly links: string;
}

const WHOLE = 'src is not null and dst is not null';

/** Numbers tie vertices as they are: no dictionary is needed. */
async function integerLinks(work: Workspace, relation: string): Promise<SqlLinks> {
  const ends = (column: string) => `select cast(${column} as bigint) as id from ${relation} where ${WHOLE}`;
  const vertices = await work.table(
    'vertices',
    `select id, cast(id as string) as name from (${ends('src')} union all ${ends('dst')}) ends group by id`,
  );
  const links = await work.table(
    'links',
    `select cast(greatest(src, dst) as bigint) as u, cast(least(src, dst) as bigint) as v
     from ${relation} where ${WHOLE} and src <> dst`,
  );
  return { vertices, links };
}

/**
 * Names as numbers before anything else: written out once and ordered by the names' bytes, so that a step which is done again
 * finds the same ids (what GraphFrames' issue 453 lost components by).
 */
async function namedLinks(work: Workspace, relation: string): Promise<SqlLinks> {
  const whole = `select cast(src as string) as src, cast(dst as string) as dst from ${relation}
    where src <> '' and dst <> ''`;
  const vertices = await work.table(
    'vertices',
    work.dialect.ordered(
      `select name from (select src as name from (${whole}) x union all select dst as name from (${whole}) y) ends group by name`,
    ),
  );
  const links = await work.table(
    'links',
    `select greatest(a.id, b.id) as u, least(a.id, b.id) as v
     from (${whole}) x join ${vertices} a on x.src = a.name join ${vertices} b on x.dst = b.name where a.id <> b.id`,
  );
  return { vertices, links };
}

/**
 * Links of a file: `a b` a line, or CSV or Parquet with the columns src and dst. Rows without two names are counted and left out.
 * @throws CodedError `gangs.csv-…`, `gangs.file-unreadable`
 */
export async function openLinks(work: Workspace, source: Source, tell: TellRow): Promise<SqlLinks> {
  const { relation, types } = await work.open(source, { columns: ['src', 'dst'], links: true }, tell);
  const integers = types.every((type) => INTEGER.test(type));
  const broken = integers ? `not (${WHOLE})` : `coalesce(src, '') = '' or coalesce(dst, '') = ''`;
  const count = await countOf(work.session, `select count(*) from ${relation} where ${broken}`);
  if (count > 0) tell(errors('gangs.edges-incomplete', { file: source.file, count }));
  return integers ? integerLinks(work, relation) : namedLinks(work, relation);
}
