import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'store.locked': {
    zh: '数据目录 {dir} 正被另一个进程使用（{host}，进程号 {pid}）。请先停止它，或换一个数据目录；需要多个进程时请使用 PostgreSQL（DATABASE_URL）。',
    en: 'Data folder {dir} is in use by another process (pid {pid} on {host}). Stop that one or choose another folder; for several processes use PostgreSQL (DATABASE_URL).',
    status: 503,
  },
  'store.unavailable': {
    zh: '数据库目前无法使用：{detail}',
    en: 'The database cannot be used at present: {detail}',
    status: 503,
  },
  'store.too-new': {
    zh: '数据库的结构版本是 {found}，比本程序支持的 {known} 更新，请升级程序。',
    en: 'The database has schema version {found}, newer than the {known} that this program knows; upgrade the program.',
    status: 500,
  },
  'store.migration-changed': {
    zh: '数据库迁移 {name} 在应用之后被改动，无法继续。',
    en: 'Migration {name} was changed after it had been applied.',
    status: 500,
  },
  'store.blob-missing': {
    zh: '文件库中没有 {sha256}。',
    en: 'The blob store has no {sha256}.',
    status: 500,
  },
  'store.blob-corrupted': {
    zh: '文件库中的 {sha256} 内容已损坏（实际为 {actual}）。',
    en: 'Blob {sha256} is corrupted: its content hashes to {actual}.',
    status: 500,
  },
  'store.blobs-full': {
    zh: '文件库空间不足：{where}',
    en: 'The blob store is full: {where}',
    status: 507,
  },
  'store.blobs-unavailable': {
    zh: '文件库无法读写（{where}）：{detail}',
    en: 'The blob store cannot be read or written ({where}): {detail}',
    status: 503,
  },
  'store.field-key-missing': {
    zh: '没有配置字段加密密钥，不能保存声纹。请设置环境变量 JIANZHEN_FIELD_KEY（base64，32 字节）。',
    en: 'No key for encrypted fields is configured, so no voiceprint can be kept. Set JIANZHEN_FIELD_KEY (32 bytes in base64).',
    status: 409,
  },
  'store.field-key-invalid': {
    zh: '{source} 中的字段加密密钥无效，应为 base64 编码的 32 字节。',
    en: 'The field key in {source} is not valid; it should be 32 bytes in base64.',
    status: 503,
  },
  'store.field-key-unknown': {
    zh: '数据是用另一把密钥（编号 {key}）加密的，当前配置中没有它。数据没有丢失：请把该密钥加入 JIANZHEN_FIELD_KEY 后重启。',
    en: 'The data were encrypted under another key (id {key}), which is not configured. Nothing is lost: add that key to JIANZHEN_FIELD_KEY and start again.',
    status: 503,
  },
  'store.field-corrupted': {
    zh: '加密字段 {table}.{column}（{row}）的内容已损坏或被改动，无法解密。',
    en: 'Encrypted field {table}.{column} of row {row} is damaged or was tampered with and cannot be opened.',
    status: 500,
  },
  'store.option': {
    zh: '{name} 的值“{value}”无效，应为 {expected}。',
    en: '{name} cannot be "{value}"; it should be {expected}.',
  },
});
