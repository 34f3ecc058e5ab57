import { CodedError } from '@jianzhen/evidence';
import { Command, CommanderError, Option } from 'commander';
import { Status } from './status.ts';
import { version } from './version.ts';

// A reader that closes the pipe early (`| head`) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(Status.done);
  throw error;
});

const set = (status: Status) => {
  process.exitCode = status;
};

const program = new Command('jianzhen')
  .description('鉴真：消费信贷反欺诈工作台 · anti-fraud workbench for consumer lenders')
  .version(version)
  // So that an option behind `seal compare` is that command's and not `seal`'s.
  .enablePositionalOptions()
  .exitOverride();

/** As @jianzhen/gangs names them; that package is not loaded for a list of three. */
const engineChoices = ['memory', 'duckdb', 'spark'];
const json = () => new Option('--json', '每行一个 JSON 对象 · one JSON object a line');

program
  .command('check')
  .description('检测材料是否被伪造 · check vouchers for forgery (JPEG, PNG, WebP, TIFF, BMP, PDF, OFD)')
  .argument('<file...>', '文件或文件夹 · files or folders')
  .addOption(json())
  .option('--masks <dir>', '输出篡改掩膜 PNG · write masks')
  .option('--report <file.html>', '输出单文件 HTML 报告 · write a self-contained report')
  .option('--no-reading', '不识别文字与印章，更快 · leave text and seals unread: faster')
  .addOption(
    new Option('--fail-on <verdict>', '发现即以状态 4 退出 · exit 4 when found').choices([
      'forged',
      'suspicious',
    ]),
  )
  .action(async (files, options) => set(await (await import('./commands/check.ts')).check(files, options)));

const sealCommand = program
  .command('seal')
  .enablePositionalOptions()
  .description('查找、识读、判断页面上的印章 · find, read and judge the seals on pages')
  .argument('<file...>', '文件或文件夹 · files or folders')
  .addOption(json())
  .option('--crops <dir>', '输出印章截图 PNG · write a picture of each seal')
  .action(async (files, options) => set(await (await import('./commands/seal.ts')).seal(files, options)));

sealCommand
  .command('compare')
  .description('是否同一枚印章、同一印章模板 · whether two pages or crops bear the same seal, or one drawing')
  .argument('<a>', '文件 · file')
  .argument('<b>', '文件 · file')
  .addOption(json())
  .action(async (a, b, options) =>
    set(await (await import('./commands/seal.ts')).sealCompare([a, b], options)),
  );

program
  .command('esign')
  .description('验证 PDF、OFD 的电子签名与电子印章 · verify electronic signatures and seals of PDF and OFD')
  .argument('<file...>', '文件或文件夹 · files or folders')
  .addOption(json())
  .option(
    '--trust <dir>',
    '信任锚（PEM）、CRL、OCSP 所在文件夹 · folder of trust anchors, CRLs and OCSP answers',
  )
  .option('--pictures <dir>', '输出电子印章的印模图片 PNG · write the pictures of electronic seals')
  .action(async (files, options) => set(await (await import('./commands/esign.ts')).esign(files, options)));

program
  .command('compare')
  .description('两页是否出自同一版式、同一图像 · whether two pages are of one template, or one picture')
  .argument('<a>', '文件 · file')
  .argument('<b>', '文件 · file')
  .addOption(json())
  .option('--picture <file.png>', '输出对照图 · write both pages side by side')
  .action(async (a, b, options) =>
    set(await (await import('./commands/compare.ts')).compare([a, b], options)),
  );

program
  .command('eval')
  .description('在标注集上评测 · measure on a labelled set')
  .addArgument(
    program
      .createArgument('<kind>', '评测对象 · what to measure')
      .choices(['document', 'papers', 'seal', 'gang']),
  )
  .addOption(json())
  .option(
    '--manifest <csv>',
    'document：file,label,mask；papers：file,truth（或 text,fields,contradictions）；缺省时按种子自动生成 · manifest; without it a generated set',
  )
  .option('--seed <n>', '自动生成集的种子 · seed of the generated set', Number, 1)
  .option(
    '--size <n>',
    'papers：每类单据、每种矛盾的页数（缺省 4）· pages a kind and a sort of contradiction (4)；seal：页数（缺省 210）· pages (210)；gang：每个世界的案件数（缺省 20000）· cases a world (20000)',
    Number,
  )
  .addOption(
    new Option('--faces <set>', 'papers、seal：自动生成集的字体 · faces of the generated set')
      .choices(['reported', 'tuning'])
      .default('reported'),
  )
  .option('--sroie <dir>', 'papers：SROIE 收据目录（img、key）· folder of SROIE receipts')
  .option('--imprints <n>', 'seal：相认评测的印章枚数 · seals whose copies are to be known again', Number)
  .option('--tiles <dir>', 'seal：带标注框的印章照片目录 · folder of photographs with burnt boxes')
  .option('--documents <dir>', 'seal：无印章的真实单据目录（sroie、funsd）· folder of genuine documents')
  .addOption(
    new Option('--splits <names...>', 'seal：照片与单据取哪些划分 · splits of photographs and documents')
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
  .action(async (kind, { size, ...options }) => {
    if (kind === 'papers')
      set(await (await import('./commands/eval-papers.ts')).evalPapers({ ...options, size: size ?? 4 }));
    else if (kind === 'seal')
      set(await (await import('./commands/eval-seal/index.ts')).evalSeal({ ...options, size: size ?? 210 }));
    else if (kind === 'gang')
      set(
        await (await import('./commands/eval-gang/index.ts')).evalGang({ ...options, size: size ?? 20_000 }),
      );
    else set(await (await import('./commands/eval.ts')).evalDocument(options));
  });

program
  .command('simulate')
  .description('生成模拟数据 · make simulated data')
  .command('world')
  .description('生成模拟世界：案件、痕迹与另存的真相 · a made-up world: cases, traces, and the truth aside')
  .requiredOption('--out <dir>', '输出文件夹 · folder to write')
  .addOption(json())
  .option('--seed <n>', '种子 · seed', Number, 1)
  .option('--cases <n>', '案件数 · cases, 100 – 10000000', Number, 20_000)
  .addOption(
    new Option('--difficulty <name>', '难度 · how hard the gangs make it')
      .choices(['plain', 'easy', 'standard', 'hard'])
      .default('standard'),
  )
  .action(async (options) =>
    set(await (await import('./commands/simulate-world.ts')).simulateWorld(options)),
  );

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
  .action(async (options) => set(await (await import('./commands/gangs/mine.ts')).mineCommand(options)));

gangs
  .command('components')
  .description('边表的弱连通分量 · weakly connected components of a list of edges')
  .argument('<edges>', '每行 a b，或带 src,dst 表头的 CSV · `a b` a line, or CSV with src,dst')
  .addOption(engine())
  .addOption(json())
  .action(async (edges, options) =>
    set(await (await import('./commands/gangs/components.ts')).componentsCommand(edges, options)),
  );

program
  .command('serve')
  .description('启动接口、任务与控制台 · start API, workers and console')
  .option('--port <n>', '端口 · port', Number, 7788)
  .option('--host <host>', '地址 · address', '127.0.0.1')
  .option('--data <dir>', '数据目录 · data folder', '.jianzhen')
  .action(async (options) => set(await (await import('./commands/serve.ts')).serve(options)));

program
  .command('demo')
  .description('生成样例材料、检测、打开控制台 · make sample vouchers, check them, open the console')
  .option('--once', '打印结果表后结束 · end after the table')
  .option('--port <n>', '端口 · port', Number, 7788)
  .option('--seed <n>', '种子 · seed', Number, 7)
  .action(async (options) => set(await (await import('./commands/demo.ts')).demo(options)));

program
  .command('models')
  .description('模型 · models')
  .command('list')
  .description('列出自带模型 · list the models that come along')
  .addOption(json())
  .action(async (options) => set((await import('./commands/models.ts')).listModels(options)));

try {
  await program.parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) {
    // Help and version are no failures.
    set(thrown.exitCode === 0 ? Status.done : Status.usage);
  } else if (thrown instanceof CodedError) {
    console.error(`${thrown.text.zh}\n${thrown.text.en} [${thrown.code}]`);
    set(Status.failed);
  } else {
    console.error(thrown);
    set(Status.failed);
  }
}
