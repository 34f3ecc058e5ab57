import { type Command, Option } from 'commander';
import type { Status } from '../../status.ts';

/** As @jianzhen/gangs names them; that package is not loaded for a list of three. */
export const engineChoices = ['memory', 'duckdb', 'spark'];
const json = () => new Option('--json', '每行一个 JSON 对象 · one JSON object a line');

/** `jianzhen gangs …`: mined from tables, listed from the store. */
export function registerGangs(program: Command, set: (status: Status) => void): void {
  const gangs = program.command('gangs').description('挖掘团伙 · mine gangs');
  const engine = () =>
    new Option('--engine <name>', '引擎 · who computes it').choices(engineChoices).default('memory');

  gangs
    .command('mine')
    .description('从案件与痕迹中挖掘团伙，直到制假者 · gangs in cases and traces, up to the forger')
    .requiredOption('--cases <csv>', 'case_id,customer_id,lender_id,opened_at')
    .requiredOption('--traces <csv>', 'case_id,kind,value,observed_at')
    .addOption(engine())
    .option('--out <dir>', '输出 gangs.ndjson、links.csv、hubs.csv · write them to a folder')
    .option('--least-score <p>', '低于此概率的不算 · gangs below this probability are left out', Number, 0.5)
    .addOption(json())
    .action(async (options) => set(await (await import('./mine.ts')).mineCommand(options)));

  gangs
    .command('list')
    .description('列出库中最近一次挖掘的团伙 · the gangs on record, as they were mined last')
    .option('--data <dir>', '数据目录；缺省为 .jianzhen，没有则为演示数据 · data folder')
    .option(
      '--url <url>',
      '数据目录被服务占用时询问的服务地址 · the server that is asked where it has the folder open',
      'http://127.0.0.1:7788',
    )
    .addOption(json())
    .action(async (options) => set(await (await import('./list.ts')).listCommand(options)));

  gangs
    .command('components')
    .description('边表的弱连通分量 · weakly connected components of a list of edges')
    .argument('<edges>', '每行 a b，或带 src,dst 表头的 CSV · `a b` a line, or CSV with src,dst')
    .addOption(engine())
    .addOption(json())
    .action(async (edges, options) =>
      set(await (await import('./components.ts')).componentsCommand(edges, options)),
    );
}
