import { type Command, Option } from 'commander';
import type { Status } from '../status.ts';

/** `jianzhen simulate …`: made-up data with its truth, all by seed. */
export function registerSimulate(program: Command, set: (status: Status) => void): void {
  const simulate = program.command('simulate').description('生成模拟数据 · make simulated data');
  const made = (name: string, description: string) =>
    simulate
      .command(name)
      .description(description)
      .requiredOption('--out <dir>', '输出文件夹 · folder to write')
      .option('--json', '每行一个 JSON 对象 · one JSON object a line')
      .option('--seed <n>', '种子 · seed', Number, 1);

  made('world', '生成模拟世界：案件、痕迹与另存的真相 · a made-up world: cases, traces, and the truth aside')
    .option('--cases <n>', '案件数 · cases, 100 – 10000000', Number, 20_000)
    .addOption(
      new Option('--difficulty <name>', '难度 · how hard the gangs make it')
        .choices(['plain', 'easy', 'standard', 'hard'])
        .default('standard'),
    )
    .action(async (options) => set(await (await import('./simulate-world.ts')).simulateWorld(options)));

  made(
    'calls',
    '生成模拟通话：虚构嗓音的双声道录音与真相表 · two-channel calls of made-up voices, and the truth of them',
  )
    .option('--customers <n>', '客户数 · customers', Number, 20)
    .option('--agencies <n>', '代客来电的中介数 · agencies that call as their customers', Number, 2)
    .option('--own-calls <n>', '每位客户本人的通话数 · calls that a customer makes in person', Number, 2)
    .option('--seconds <n>', '每通时长（秒），约 · length of a call, about', Number, 45)
    .addOption(
      new Option('--line <name>', '线路：8 kHz A 律或 16 kHz · 8 kHz A-law, or 16 kHz')
        .choices(['telephone', 'wide'])
        .default('telephone'),
    )
    .action(async (options) => set(await (await import('./simulate-calls.ts')).simulateCalls(options)));
}
