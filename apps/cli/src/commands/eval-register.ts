import { type Command, Option } from 'commander';
import type { Status } from '../status.ts';
import { DETECTOR_NAMES } from './eval-calibration/detectors.ts';
import { engineChoices } from './gangs/register.ts';

const json = () => new Option('--json', '每行一个 JSON 对象 · one JSON object a line');

/** `jianzhen eval KIND`: a labelled set past what it measures. */
export function registerEval(program: Command, set: (status: Status) => void): void {
  program
    .command('eval')
    .description('在标注集上评测 · measure on a labelled set')
    .addArgument(
      program
        .createArgument('<kind>', '评测对象 · what to measure')
        .choices(['document', 'papers', 'identity', 'seal', 'gang', 'qr', 'url', 'voice', 'calibration']),
    )
    .addOption(json())
    .option(
      '--manifest <csv>',
      'document、calibration：file,label,mask；papers：file,truth（或 text,fields,contradictions）；缺省时按种子自动生成 · manifest; without it a generated set',
    )
    .option('--seed <n>', '自动生成集的种子 · seed of the generated set', Number, 1)
    .option(
      '--size <n>',
      'papers：每类单据、每种矛盾的页数（缺省 4）· pages a kind and a sort of contradiction (4)；identity：每类单据的页数（缺省 12）· pages a kind (12)；seal：页数（缺省 210）· pages (210)；gang：每个世界的案件数（缺省 20000）· cases a world (20000)；url：网址数（缺省 4000）· links (4000)；qr：每种条件的图数（缺省 4）· pictures a condition (4)；voice：说话人数（缺省 12）· speakers (12)',
      Number,
    )
    .addOption(
      new Option('--faces <set>', 'papers、identity、seal：自动生成集的字体 · faces of the generated set')
        .choices(['reported', 'tuning'])
        .default('reported'),
    )
    .addOption(
      new Option(
        '--retyped',
        'papers：只评测改动过的数字的排印 · typed-over digits by their print alone；--documents：另加真实单据 · genuine documents beside rendered pages',
      ).conflicts(['manifest', 'sroie']),
    )
    .option('--sroie <dir>', 'papers：SROIE 收据目录（img、key）· folder of SROIE receipts')
    .option('--imprints <n>', 'seal：相认评测的印章枚数 · seals whose copies are to be known again', Number)
    .addOption(
      new Option(
        '--twins <sort>',
        'seal：成对印章如何不同：other 同图另名，near 同图、名称只差一至三字，redrawn 同名、仿制重绘 · how two seals differ: one drawing under other names, or names a few characters apart; or the same words drawn anew',
      )
        .choices(['other', 'near', 'redrawn'])
        .default('other'),
    )
    .option('--tiles <dir>', 'seal：带标注框的印章照片目录 · folder of photographs with burnt boxes')
    .option(
      '--pictures <dir>',
      'seal：真实电子印章图片目录（png、bmp）· folder of pictures out of electronic seals',
    )
    .option('--documents <dir>', 'seal：无印章的真实单据目录（sroie、funsd）· folder of genuine documents')
    .option('--urls <dir>', 'url、calibration：公开网址数据目录 · folder of the public sets of links')
    .addOption(
      new Option(
        '--splits <names...>',
        'seal、url、voice、calibration：公开数据取哪些划分 · splits of the public data',
      )
        .choices(['train', 'validation', 'test'])
        .default(['test']),
    )
    .addOption(new Option('--engine <name>', 'gang：引擎 · engine').choices(engineChoices).default('memory'))
    .option('--tuning', 'gang：用拟合所用的世界 · on the worlds that weights are fitted on')
    .option('--worlds <n>', 'gang：每种难度的世界数 · worlds of each difficulty', Number, 3)
    .addOption(
      new Option(
        '--difficulties <names...>',
        'gang：难度（plain 为小世界）· how hard the worlds are; plain ones are small',
      )
        .choices(['plain', 'easy', 'standard', 'hard'])
        .default(['plain', 'easy', 'standard', 'hard']),
    )
    .option('--speech <dir>', 'voice、calibration：语音数据目录 · folder of speechocean762 and LibriSpeech')
    .option('--coded <dir>', 'voice：同名 .amr 文件目录 · folder of the recordings coded as AMR')
    .option('--zxing <dir>', "qr：ZXing blackbox 目录 · folder of ZXing's black box")
    .option('--boofcv <dir>', "qr：BoofCV 二维码目录（每类一个子目录）· folder of BoofCV's categories")
    .option('--deadline <ms>', 'qr：每图时限 · milliseconds a picture', Number, 10_000)
    .addOption(
      new Option('--detectors <names...>', 'calibration：哪些检测器 · of which detectors')
        .choices(DETECTOR_NAMES)
        .default(DETECTOR_NAMES),
    )
    .action(async (kind, { size, ...options }) => {
      if (kind === 'papers')
        set(
          options.retyped
            ? await (await import('./eval-retyped.ts')).evalRetyped({ ...options, size: size ?? 1 })
            : await (await import('./eval-papers.ts')).evalPapers({ ...options, size: size ?? 4 }),
        );
      else if (kind === 'identity')
        set(await (await import('./eval-identity.ts')).evalIdentity({ ...options, size: size ?? 12 }));
      else if (kind === 'seal')
        set(await (await import('./eval-seal/index.ts')).evalSeal({ ...options, size: size ?? 210 }));
      else if (kind === 'gang')
        set(await (await import('./eval-gang/index.ts')).evalGang({ ...options, size: size ?? 20_000 }));
      else if (kind === 'url')
        set((await import('./eval-url/index.ts')).evalUrl({ ...options, size: size ?? 4000 }));
      else if (kind === 'voice')
        set(await (await import('./eval-voice/index.ts')).evalVoice({ ...options, size: size ?? 12 }));
      else if (kind === 'qr')
        set(await (await import('./eval-qr/index.ts')).evalQr({ ...options, size: size ?? 4 }));
      else if (kind === 'calibration')
        set(await (await import('./eval-calibration/index.ts')).evalCalibration(options));
      else set(await (await import('./eval.ts')).evalDocument(options));
    });
}
