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

  voice
    .command('enroll')
    .description('登记一个人的声纹 · enrol a person from one or more recordings')
    .requiredOption('--person <id>', '人的编号 · whose voice it is')
    .argument('<file...>', '文件或文件夹 · files or folders')
    .addOption(
      new Option(
        '--purpose <name>',
        '用途：反欺诈名单，或核验本人（需 --consent）· watch-list, or to verify this person (needs --consent)',
      )
        .choices(['anti-fraud', 'identity-verification'])
        .default('anti-fraud'),
    )
    .option('--consent <text>', '本人同意的原文 · the words that the person consented to')
    .option('--reason <text>', '列入名单的原因 · why the voice is on the watch-list')
    .addOption(channel())
    .option('--data <dir>', '数据目录（缺省 .jianzhen）· data folder')
    .addOption(json())
    .action(async (files, options) => set(await (await import('./enroll.ts')).enroll(files, options)));

  voice
    .command('verify')
    .description('录音是否为此人 · whether a recording is of this person')
    .requiredOption('--person <id>', '人的编号 · who it should be')
    .argument('<file>', '录音 · recording')
    .addOption(channel())
    .option('--data <dir>', '数据目录（缺省 .jianzhen）· data folder')
    .addOption(json())
    .action(async (file, options) => set(await (await import('./verify.ts')).verify(file, options)));

  voice
    .command('identify')
    .description('在名单中查找说话人 · look a voice up in the watch-list')
    .argument('<file>', '录音 · recording')
    .option('--top <n>', '列出几人 · candidates told', Number, 5)
    .option(
      '--false-alarms <p>',
      '陌生人命中名单中任何人的概率上限 · probability that an unknown voice may hit anybody',
      Number,
      0.01,
    )
    .addOption(channel())
    .option('--data <dir>', '数据目录（缺省 .jianzhen）· data folder')
    .addOption(json())
    .action(async (file, options) => set(await (await import('./identify.ts')).identify(file, options)));

  voice
    .command('spoof')
    .description('是否为合成或重放的语音（仅供参考）· whether a machine speaks; advice only')
    .argument('<file...>', '文件或文件夹 · files or folders')
    .addOption(json())
    .action(async (files, options) => set(await (await import('./spoof.ts')).spoof(files, options)));
}
