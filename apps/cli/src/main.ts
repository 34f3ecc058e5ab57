import { CodedError } from '@jianzhen/evidence';
import { Command, CommanderError, Option } from 'commander';
import { registerEval } from './commands/eval-register.ts';
import { registerGangs } from './commands/gangs/register.ts';
import { registerLeads } from './commands/leads/register.ts';
import { registerSimulate } from './commands/simulate-register.ts';
import { registerVoice } from './commands/voice/register.ts';
import { Status } from './status.ts';
import { usageText } from './usage.ts';
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
  // Told below, in both languages.
  .configureOutput({ outputError: () => {} })
  .exitOverride();

const json = () => new Option('--json', '每行一个 JSON 对象 · one JSON object a line');

program
  .command('check')
  .description('检测材料是否被伪造 · check vouchers for forgery (JPEG, PNG, WebP, TIFF, BMP, PDF, OFD)')
  .argument('<file...>', '文件或文件夹 · files or folders')
  .addOption(json())
  .option('--masks <dir>', '输出篡改掩膜 PNG · write masks')
  .option('--report <file.html>', '输出单文件 HTML 报告 · write a self-contained report')
  .option('--no-reading', '不识别文字、印章与二维码，更快 · leave text, seals and codes unread: faster')
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
  .argument('<b>', '文件，如预留印鉴 · file, such as a registered specimen')
  .addOption(json())
  .option(
    '--picture <file.png>',
    '画出最相近一对的差异 · draw where the likeliest pair differs: grey both, blue missing from A, red in A alone',
  )
  .action(async (a, b, options) =>
    set(await (await import('./commands/seal.ts')).sealCompare([a, b], options)),
  );

program
  .command('qr')
  .description('识读并判断二维码 · read and judge the QR codes on pages')
  .argument('<file...>', '文件或文件夹 · files or folders')
  .addOption(json())
  .action(async (files, options) => set(await (await import('./commands/qr.ts')).qr(files, options)));

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

const urlCommand = program
  .command('url')
  .enablePositionalOptions()
  .description('判断网址的风险 · judge the risk of links')
  .argument('<url...>', '网址；- 表示从标准输入逐行读取 · links; - for the lines of standard input')
  .addOption(json())
  .option('--lists <file>', '名单文件，缺省取 JIANZHEN_LISTS · file of lists; JIANZHEN_LISTS unless told')
  .option('--follow', '联网询问短网址指向哪里 · ask shorteners where links lead (network)')
  .option(
    '--safe-browsing',
    '联网查询 Google Safe Browsing（JIANZHEN_SAFE_BROWSING_KEY）· ask Google Safe Browsing (network)',
  )
  .action(async (urls, options) => set(await (await import('./commands/url.ts')).url(urls, options)));

urlCommand
  .command('lists')
  .description('网址名单 · lists of links')
  .command('build')
  .description('由文本名单生成名单文件 · build the file of lists from texts')
  .argument('<out>', '输出文件 · file to write')
  .argument('[file...]', '黑名单文本或文件夹 · texts or folders of what is dangerous')
  .addOption(json())
  .option('--allow <file...>', '可信名单文本或文件夹 · texts or folders of what is vouched for')
  .action(async (out, files, options) =>
    set(await (await import('./commands/url-lists.ts')).buildUrlLists(out, files, options)),
  );

program
  .command('script')
  .description(
    '投诉文本：代理话术、出自同一话术的来信 · letters: phrases of agents, letters of one script (UTF-8, GBK; CSV, NDJSON)',
  )
  .argument('<file...>', '文本、表格或文件夹 · texts, tables or folders')
  .addOption(json())
  .option('--id <column>', '表格中编号所在列 · column of the id in tables', 'id')
  .option('--text <column>', '表格中文本所在列 · column of the text in tables', 'text')
  .action(async (files, options) => set(await (await import('./commands/script.ts')).script(files, options)));

program
  .command('portrait')
  .description(
    '证件照片与自拍照是否同一人，仅供参考 · whether the portrait on a card and a selfie are of one person: advice only',
  )
  .argument('<card>', '证件照片 · picture of the ID card')
  .argument('<selfie>', '自拍照 · the selfie')
  .addOption(json())
  .action(async (card, selfie, options) =>
    set(await (await import('./commands/portrait.ts')).portrait([card, selfie], options)),
  );

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

registerLeads(program, set);

registerVoice(program, set);

registerEval(program, set);

registerSimulate(program, set);

registerGangs(program, set);
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

const models = program.command('models').description('模型 · models');

models
  .command('list')
  .description('列出自带模型 · list the models that come along')
  .addOption(json())
  .action(async (options) => set((await import('./commands/models.ts')).listModels(options)));

models
  .command('pull')
  .description(
    '取一个更大的模型，校验和相符才启用 · fetch a larger model; it takes its place if its checksum is right',
  )
  .command('voice')
  .description('声纹模型 · a speaker model (ONNX)')
  .option('--from <url|file>', '来源，缺省取 JIANZHEN_VOICE_MODEL_SOURCE · where from')
  .option('--sha256 <hex>', '校验和，缺省取 JIANZHEN_VOICE_MODEL_SHA256 · pinned checksum')
  .option('--id <name>', '记在声纹旁的模型名 · name that voiceprints carry')
  .option('--licence <text>', '许可 · its licence')
  .option('--to <file>', '存放位置，缺省取 JIANZHEN_VOICE_MODEL · where to')
  .addOption(json())
  .action(async (options) => set(await (await import('./commands/models-pull.ts')).pullVoice(options)));

try {
  await program.parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) {
    // Help and version are no failures.
    set(thrown.exitCode === 0 ? Status.done : Status.usage);
    if (thrown.exitCode !== 0 && thrown.code !== 'commander.help') console.error(usageText(thrown));
  } else if (thrown instanceof CodedError) {
    console.error(`${thrown.text.zh}\n${thrown.text.en} [${thrown.code}]`);
    set(Status.failed);
  } else {
    console.error(thrown);
    set(Status.failed);
  }
}
