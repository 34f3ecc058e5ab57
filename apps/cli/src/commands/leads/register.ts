import { type Command, Option } from 'commander';
import type { Status } from '../../status.ts';

const json = () => new Option('--json', '每行一个 JSON 对象 · one JSON object a line');

/** `jianzhen leads …`: evidence packages on gangs, and what became of them. */
export function registerLeads(program: Command, set: (status: Status) => void): void {
  const leads = program
    .command('leads')
    .description('团伙线索包：导出、核验、移交 · evidence packages on gangs');
  const act = (command: Command) =>
    command
      .addOption(json())
      .option('--data <dir>', '数据目录 · data folder', '.jianzhen')
      .option('--by <name>', '办理人（缺省为系统用户）· who acts (the user of the machine)')
      .option(
        '--key <pem>',
        '签名密钥 Ed25519 或 SM2（缺省自动生成）· key to sign with (made the first time)',
      )
      .option('--certificate <pem>', '签名证书 · certificates of the key');

  act(leads.command('export'))
    .description('导出一个团伙的线索包 · the package of one gang')
    .argument('<gang>', '团伙编号 · gang')
    .requiredOption(
      '--out <dir>',
      '线索包目录（须不存在或为空），或 ZIP 文件名 · the folder of the package, or its ZIP',
    )
    .option('--zip', '输出 ZIP 而不是文件夹 · a ZIP instead of a folder')
    .option(
      '--records <dir>',
      '团伙所在的数据目录；缺省为 .jianzhen，没有则为演示数据 · data folder with the gangs',
    )
    .option('--gangs <ndjson>', 'gangs mine --json 的输出 · its output')
    .option('--cases <csv>', '案件表 · table of cases')
    .option('--traces <csv>', '痕迹表 · table of traces')
    .option('--exhibits <dir>', '材料目录，每案一个子目录 · one folder a case')
    .option('--findings <ndjson>', '对这些材料 check --json 的输出 · output of check --json on them')
    .option(
      '--profile <name>',
      '披露配置：police、regulator、lender 或 JSON 文件 · disclosure profile',
      'police',
    )
    .option('--tsa <url>', '时间戳服务（RFC 3161）· time-stamping authority')
    .option('--organisation <name>', '制作单位 · who makes it', '（未填写制作单位）')
    .option('--purpose <text>', '用途 · purpose', '制作团伙线索包')
    .action(async (gang, options) => set(await (await import('./export.ts')).exportGang(gang, options)));

  leads
    .command('verify')
    .description('离线核验线索包 · check packages, with nothing but themselves')
    .argument('<package...>', '文件夹或 ZIP · folders or ZIP files')
    .addOption(json())
    .option('--key <pem>', '另行取得的制作单位公钥或证书 · the maker’s public key, got by another way')
    .option('--receipt <json>', '移交时给出的保管记录证明 · the proof that was handed over with it')
    .option('--tsa-ca <pem>', '受信任的时间戳证书 · trusted certificates of time-stamping authorities')
    .action(async (paths, options) =>
      set(await (await import('./verify.ts')).verifyPackages(paths, options)),
    );

  act(leads.command('list'))
    .description('列出制作过的线索包及其去向 · packages made, and what became of them')
    .action(async (options) => set(await (await import('./acts.ts')).list(options)));

  for (const [name, kind, description] of [
    ['handover', 'handed-over', '登记移交：须写明用途、法律文书编号、接收方 · record a hand-over'],
    ['receive', 'received', '登记接收 · record that a package was received'],
  ] as const)
    act(leads.command(name))
      .description(description)
      .argument('<package>', '文件夹或 ZIP · folder or ZIP file')
      .option('--recipient <name>', '接收方 · recipient')
      .option('--purpose <text>', '用途 · purpose')
      .option('--authority <number>', '法律文书编号，如调取证据通知书 · number of the legal instrument')
      .option('--receipt <json>', '给接收方的保管记录证明 · where to write the proof for the recipient')
      .action(async (path, options) => set(await (await import('./acts.ts')).act(kind, path, options)));

  act(leads.command('outcome'))
    .description('登记接收方的反馈 · record what came back')
    .argument('<package>', '线索包名或位置 · name of the package, or where it lies')
    .addOption(
      new Option('--status <status>', '结果 · outcome')
        .choices(['accepted', 'need-more', 'case-filed', 'closed'])
        .makeOptionMandatory(),
    )
    .option('--case-number <number>', '立案编号 · case number')
    .option('--reason <text...>', '理由 · reasons')
    .option('--recipient <name>', '反馈方 · who says so')
    .action(async (name, options) => set(await (await import('./acts.ts')).outcome(name, options)));
}
