import type { CommanderError } from 'commander';
import { errors } from './errors.ts';

const MISTAKES: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '缺少参数',
  'commander.excessArguments': '参数过多',
  'commander.invalidArgument': '取值不被接受',
  'commander.optionMissingArgument': '选项缺少取值',
  'commander.conflictingOption': '选项不能同时使用',
  'commander.missingMandatoryOptionValue': '缺少必需的选项',
};

/** What the command line was given wrong, in both languages: commander tells it in English alone. */
export function usageText({ code, message }: CommanderError): string {
  const en = message.replace(/^error: /, '');
  const named = [...en.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const mistake = MISTAKES[code];
  const zh = mistake ? [mistake, named.join('、')].filter(Boolean).join('：') : en;
  return `${errors('cli.usage', { detail: zh }).text.zh}\n${errors('cli.usage', { detail: en }).text.en} [cli.usage]`;
}
