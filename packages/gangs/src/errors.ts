import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'gangs.csv-empty': {
    zh: '{file} 是空的，应有一行表头：{columns}',
    en: '{file} is empty; a header is expected: {columns}',
  },
  'gangs.csv-columns-missing': {
    zh: '{file} 缺少列 {missing}（表头为：{header}）',
    en: '{file} lacks the columns {missing} (its header: {header})',
  },
  'gangs.csv-quote-open': {
    zh: '{file} 第 {line} 行第 {column} 列的引号没有闭合',
    en: 'The quote at line {line}, column {column} of {file} is never closed',
  },
  'gangs.csv-quote-stray': {
    zh: '{file} 第 {line} 行第 {column} 列的引号位置不合法',
    en: 'A quote stands where none may at line {line}, column {column} of {file}',
  },
  'gangs.csv-not-utf8': {
    zh: '{file} 第 {line} 行第 {column} 列不是 UTF-8 文本',
    en: 'Line {line}, column {column} of {file} is not UTF-8',
  },
  'gangs.csv-row-too-long': {
    zh: '{file} 第 {line} 行超过 {limit} 字节',
    en: 'The row at line {line} of {file} is longer than {limit} bytes',
  },
  'gangs.row-fields': {
    zh: '{file} 第 {line} 行有 {given} 个字段，应为 {expected} 个，已跳过',
    en: 'Line {line} of {file} has {given} fields instead of {expected}; left out',
  },
  'gangs.row-empty': {
    zh: '{file} 第 {line} 行的 {column} 为空，已跳过',
    en: '{column} is empty at line {line} of {file}; left out',
  },
  'gangs.row-kind': {
    zh: '{file} 第 {line} 行的痕迹种类“{value}”未知，已跳过',
    en: 'Unknown kind of trace "{value}" at line {line} of {file}; left out',
  },
  'gangs.row-time': {
    zh: '{file} 第 {line} 行的 {column}“{value}”不是 ISO 8601 时间，已跳过',
    en: '{column} "{value}" at line {line} of {file} is no time of ISO 8601; left out',
  },
  'gangs.row-unknown-case': {
    zh: '{file} 第 {line} 行的案件“{value}”不在案件表中，已跳过',
    en: 'Case "{value}" at line {line} of {file} is not in the table of cases; left out',
  },
  'gangs.row-repeated-case': {
    zh: '{file} 第 {line} 行的案件“{value}”前面已有，已跳过',
    en: 'Case "{value}" at line {line} of {file} stood there before; left out',
  },
  'gangs.edge-incomplete': {
    zh: '{file} 第 {line} 行应有两个顶点，已跳过',
    en: 'Line {line} of {file} should name two vertices; left out',
  },
  'gangs.engine-missing': {
    zh: '引擎 {engine} 尚不可用',
    en: 'The engine {engine} is not available',
    status: 501,
  },
});
