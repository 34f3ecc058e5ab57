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
  'gangs.edges-incomplete': {
    zh: '{file} 有 {count} 行不是两个顶点，已跳过',
    en: '{count} rows of {file} do not name two vertices; left out',
  },
  'gangs.rows-fields': {
    zh: '{file} 有 {count} 行的字段数与表头不符，已跳过',
    en: '{count} rows of {file} have more or fewer fields than its header; left out',
  },
  'gangs.rows-empty': {
    zh: '{file} 有 {count} 行缺少必填值（例如“{example}”），已跳过',
    en: '{count} rows of {file} lack a value that they must have (such as "{example}"); left out',
  },
  'gangs.rows-kind': {
    zh: '{file} 有 {count} 行的痕迹种类未知（例如“{example}”），已跳过',
    en: '{count} rows of {file} have an unknown kind of trace (such as "{example}"); left out',
  },
  'gangs.rows-time': {
    zh: '{file} 有 {count} 行的时间不是 ISO 8601（例如“{example}”），已跳过',
    en: '{count} rows of {file} have a time that is none of ISO 8601 (such as "{example}"); left out',
  },
  'gangs.rows-unknown-case': {
    zh: '{file} 有 {count} 行的案件不在案件表中（例如“{example}”），已跳过',
    en: '{count} rows of {file} have a case that is not in the table of cases (such as "{example}"); left out',
  },
  'gangs.rows-repeated-case': {
    zh: '{file} 有 {count} 行的案件前面已有（例如“{example}”），已跳过',
    en: '{count} rows of {file} have a case that stood there before (such as "{example}"); left out',
  },
  'gangs.file-unreadable': {
    zh: '读不了 {file}：{detail}',
    en: 'Cannot read {file}: {detail}',
  },
  'gangs.duckdb-failed': {
    zh: 'DuckDB 出错：{detail}',
    en: 'DuckDB failed: {detail}',
    status: 500,
  },
  'gangs.spark-url-missing': {
    zh: '没有指定 Spark 集群：请设置 JIANZHEN_SPARK_URL，例如 thrift://主机:10000',
    en: 'No Spark cluster is named: set JIANZHEN_SPARK_URL, such as thrift://host:10000',
    status: 501,
  },
  'gangs.spark-url': {
    zh: 'JIANZHEN_SPARK_URL“{url}”应为 thrift://主机:端口 或 http(s)://主机:端口/路径',
    en: 'JIANZHEN_SPARK_URL "{url}" should be thrift://host:port or http(s)://host:port/path',
  },
  'gangs.spark-away': {
    zh: '连不上 Spark（{url}），已重试 {retries} 次：{detail}',
    en: 'Spark at {url} cannot be reached, tried {retries} times again: {detail}',
    status: 503,
  },
  'gangs.spark-refused': {
    zh: 'Spark（{url}）拒绝登录：{detail}',
    en: 'Spark at {url} refuses the log-in: {detail}',
    status: 401,
  },
  'gangs.spark-failed': {
    zh: 'Spark 执行出错：{detail}',
    en: 'Spark failed at a statement: {detail}',
    status: 500,
  },
});
