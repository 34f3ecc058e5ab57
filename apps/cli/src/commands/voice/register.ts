import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Status } from '../../status.ts';

const json = () => new Option('--json', '每行一个 JSON 对象 · one JSON object a line');
const channel = () =>
  new Option('--channel <n>', '双声道录音用哪个声道 · channel of recordings that have two').argParser(
    (text: string) => {
      if (text !== '1' && text !== '2') throw new InvalidArgumentError('1, 2');
      return Number(text);
    },
  );

/** `jianzhen voice …`: who speaks. */
export function registerVoice(program: Command, set: (status: Status) => void): void {
  const voice = program.command('voice').description('声纹：是谁在说话 · voices: who speaks');

  voice
    .command('trials')
    .description('按名单逐对打分并给出等错误率 · score a list of pairs, with error rates')
    .argument('<list>', '每行：1或0 录音 录音 · `1 enrol.wav test.wav` a line')
    .option('--root <dir>', '名单中文件所在目录 · folder that the names are relative to')
    .addOption(channel())
    .addOption(json())
    .action(async (list, options) => set(await (await import('./trials.ts')).trials(list, options)));

  voice
    .command('cluster')
    .description('把录音按声音归类 · group recordings by voice')
    .argument('<file...>', '文件或文件夹 · files or folders')
    .option(
      '--threshold <llr>',
      '归为同一人的平均对数似然比 · mean log-likelihood ratio from which it is one voice',
      Number,
    )
    .addOption(channel())
    .addOption(json())
    .action(async (files, options) => set(await (await import('./cluster.ts')).cluster(files, options)));
}
