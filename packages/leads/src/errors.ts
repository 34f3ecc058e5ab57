import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'leads.name-hostile': {
    zh: '文件名“{name}”不能放入证据包：{detail}',
    en: 'The name "{name}" cannot go into a package: {detail}',
  },
  'leads.name-taken': {
    zh: '证据包中已有文件“{name}”（不区分大小写）。',
    en: 'There is already a file "{name}" in the package (whatever the case of its letters).',
  },
  'leads.exhibit-changed': {
    zh: '材料“{file}”与登记的 SHA-256 不符：登记 {expected}，实际 {actual}。',
    en: 'The exhibit "{file}" is not what was recorded: SHA-256 {expected} on record, {actual} found.',
  },
  'leads.exhibit-unreadable': {
    zh: '无法读取材料“{file}”：{detail}',
    en: 'Cannot read the exhibit "{file}": {detail}',
  },
  'leads.input-mismatch': {
    zh: '团伙 {gang} 与所给案件、痕迹不一致：{detail}',
    en: 'Gang {gang} and the cases and traces given do not agree: {detail}',
  },
  'leads.output-exists': {
    zh: '“{name}”已存在，证据包不会被覆盖。',
    en: '"{name}" exists already; a package is never overwritten.',
    status: 409,
  },
  'leads.event-unknown': {
    zh: '保管记录中没有“{kind}”这种事件。',
    en: 'The custody log knows no event "{kind}".',
  },
  'leads.event-needs': {
    zh: '“{kind}”必须写明：{missing}',
    en: '"{kind}" cannot be recorded without: {missing}',
  },
  'leads.custody-damaged': {
    zh: '保管记录第 {line} 行已损坏：{detail}',
    en: 'Line {line} of the custody log is damaged: {detail}',
    status: 500,
  },
  'leads.custody-lost': {
    zh: '保管记录缺失：已确认 {acknowledged} 条，仅存 {found} 条。',
    en: 'The custody log has lost events: {acknowledged} were acknowledged, {found} are there.',
    status: 500,
  },
  'leads.custody-forked': {
    zh: '保管记录与先前签名的树头不一致。',
    en: 'The custody log does not agree with the tree head that was signed before.',
    status: 500,
  },
  'leads.custody-busy': {
    zh: '保管记录正被进程 {pid} 使用。',
    en: 'The custody log is in use by process {pid}.',
    status: 503,
  },
  'leads.key-unreadable': {
    zh: '无法读取密钥：{detail}',
    en: 'The key cannot be read: {detail}',
  },
  'leads.key-unsupported': {
    zh: '密钥类型不受支持：{type}（仅支持 Ed25519 与 SM2）。',
    en: 'Keys of type {type} are not supported (Ed25519 and SM2 are).',
  },
  'leads.certificate-foreign': {
    zh: '证书与签名密钥不匹配。',
    en: 'The certificate is not of the signing key.',
  },
  'leads.tsa-unreachable': {
    zh: '时间戳服务 {url} 无法访问：{detail}',
    en: 'The time-stamping authority at {url} cannot be reached: {detail}',
    status: 503,
  },
  'leads.tsa-refused': {
    zh: '时间戳服务拒绝了请求（状态 {status}）：{detail}',
    en: 'The time-stamping authority refused (status {status}): {detail}',
  },
  'leads.tsa-invalid': {
    zh: '时间戳无效：{detail}',
    en: 'The time-stamp does not hold: {detail}',
  },
  'leads.profile-unreadable': {
    zh: '披露配置无法读取：{detail}',
    en: 'The disclosure profile cannot be read: {detail}',
  },
  'leads.profile-invalid': {
    zh: '披露配置的字段 {field} 无效：{detail}',
    en: 'Field {field} of the disclosure profile is not valid: {detail}',
  },
  'leads.profile-unknown': {
    zh: '没有名为“{name}”的披露配置；可用：{known}。',
    en: 'There is no disclosure profile "{name}"; there are: {known}.',
  },
  'leads.profile-needs-key': {
    zh: '披露配置“{name}”要求带密钥的散列，但没有给出密钥。',
    en: 'The profile "{name}" asks for keyed hashes, and no key was given.',
  },
  'leads.zip-unreadable': {
    zh: 'ZIP 文件无法读取：{detail}',
    en: 'The ZIP file cannot be read: {detail}',
  },
  'leads.entry-too-large': {
    zh: '文件“{name}”超过 4 GiB，不能放入 ZIP；请导出为文件夹。',
    en: 'The file "{name}" is over 4 GiB, too large for the ZIP; export a folder instead.',
  },
  'leads.package-unreadable': {
    zh: '无法读取证据包 {name}：{detail}',
    en: 'The package {name} cannot be read: {detail}',
  },
  'leads.package-not-sound': {
    zh: '证据包 {name} 复核未通过（{problems} 处问题），不予登记移交。',
    en: 'The package {name} did not pass its check ({problems} problem(s)): no hand-over is recorded.',
  },
  'leads.font-missing': {
    zh: '找不到中文字体：{path}',
    en: 'The Chinese font is missing: {path}',
    status: 500,
  },
  'leads.hash-key-broken': {
    zh: '散列密钥文件 {file} 无法使用：应为 JSON，含 id 与至少 32 字节的 secret（Base64）。',
    en: 'The key of keyed hashes {file} cannot be used: it should be JSON with an id and a secret of at least 32 bytes (Base64).',
  },
});
