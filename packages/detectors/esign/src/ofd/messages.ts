import type { Message } from '@jianzhen/evidence';

/** What can be held of a signature in an OFD, and findings on its pages. */
export const ofdMessages = {
  // Form
  'package-ambiguous': {
    zh: 'OFD 压缩包有歧义（{kind}：{detail}），不同软件可能看到不同内容',
    en: 'The OFD archive can be read in two ways ({kind}: {detail}): two programs may show two documents',
  },
  'part-ambiguous': {
    zh: '路径“{location}”可指向两个不同的文件（{first}、{second}）',
    en: 'The path “{location}” may mean two parts ({first}, {second})',
  },
  'signature-part-missing': {
    zh: '签名缺少文件：{location}',
    en: 'A part of the signature is missing: {location}',
  },
  'signature-part-malformed': {
    zh: '签名文件 {location} 无法解析：{problem}',
    en: 'A part of the signature cannot be parsed, {location}: {problem}',
  },
  'listed-twice': {
    zh: '签名列表中“{first}”与“{second}”是同一个签名：列表被改动过',
    en: 'Entries “{first}” and “{second}” of the list of signatures are one signature: the list was tampered with',
  },
  'earlier-unlisted': {
    zh: '签名所覆盖的较早签名 {part} 已不在签名列表中它之前的位置：签名可能被删除或调换',
    en: 'The earlier signature {part}, which this one covers, is not listed before it: a signature may have been removed or moved',
  },
  'nothing-referenced': {
    zh: '签名没有保护任何文件',
    en: 'The signature refers to no part of the document at all',
  },
  // Hash
  'part-changed': {
    zh: '文件 {part} 在签名之后被修改',
    en: 'Part {part} was changed after signing',
  },
  'part-removed': {
    zh: '文件 {part} 在签名之后被删除',
    en: 'Part {part} was removed after signing',
  },
  'part-unreadable': {
    zh: '被签名的文件 {part} 无法读取：{problem}',
    en: 'The signed part {part} cannot be read: {problem}',
  },
  'list-changed': {
    zh: '签名列表 {part} 在签名之后被修改，且不能还原为签名时的内容',
    en: 'The list of signatures {part} was changed after signing, and what was signed cannot be rebuilt from it',
  },
  'description-changed': {
    zh: '签名描述文件（{part}）在签名之后被修改：摘要不一致（{digest}）',
    en: 'The description of the signature ({part}) was changed after signing: its hash differs ({digest})',
  },
  'later-signature': {
    zh: '此后追加了签名“{id}”；签名列表可还原为签名时的内容',
    en: 'Signature “{id}” was added later; the list of signatures is otherwise what was signed',
  },
  'later-signature-unlisted': {
    zh: '此后追加了签名“{id}”',
    en: 'Signature “{id}” was added later',
  },
  // Cover
  'parts-unprotected': {
    zh: '签名未保护以下文件：{parts}',
    en: 'These parts are not covered by the signature: {parts}',
  },
  'entry-unprotected': {
    zh: '签名未保护 OFD.xml（文档信息可被改动而不影响签名，较常见）',
    en: 'OFD.xml is not covered by the signature: facts about the document may be changed unnoticed (often so)',
  },
  // Seal
  'seal-signature-broken': {
    zh: '电子印章“{name}”本身的签名不成立：印章是伪造的或被改动过',
    en: 'The maker’s signature over the seal “{name}” does not hold: the seal is forged or was altered',
  },
  'seal-maker-untrusted': {
    zh: '制章机构（{maker}）的证书不能追溯到任何受信任的根证书',
    en: 'No chain leads from the certificate of the seal’s maker ({maker}) to a trusted root',
  },
  'signer-not-in-seal': {
    zh: '签名人“{signer}”不在印章“{name}”的用章人名单中：印章可能被冒用',
    en: 'The signer “{signer}” is not among those who may use the seal “{name}”: it may be misused',
  },
  'seal-expired-when-signed': {
    zh: '印章“{name}”的有效期为 {from} 至 {to}，签名时间 {time} 不在其内',
    en: 'The seal “{name}” is valid from {from} to {to}; the time of signing, {time}, lies outside',
  },
  'seal-validity-unreadable': {
    zh: '印章“{name}”的有效期无法读取',
    en: 'The validity of the seal “{name}” cannot be read',
  },
  'seal-file-differs': {
    zh: '印章文件 {part} 与签名中的印章不是同一个印章',
    en: 'The seal in {part} is not the one inside the signature',
  },
  'seal-path-differs': {
    zh: '签名中记录的描述文件路径（{claimed}）与实际（{actual}）不符',
    en: 'The signature names another description file ({claimed}) than the one it stands for ({actual})',
  },
  // Raw
  'raw-signature': {
    zh: '文件中只有签名值，没有证书或公钥，签名无法验证',
    en: 'There is a bare signature value without certificate or key: it cannot be verified',
  },
  // Findings
  'altered-after-signing': {
    zh: '该文件在电子签名“{id}”（{signer}）之后被改动：{parts}',
    en: 'The file was altered after the electronic signature “{id}” by {signer}: {parts}',
  },
  'seal-picture-replaced': {
    zh: '签章位置显示的图片（{part}）不受签名保护，遮盖了所签印章的 {percent}%，可能被替换',
    en: 'A picture that the signature does not cover ({part}) lies over {percent}% of the signed seal: it may have been replaced',
  },
  'page-unprotected': {
    zh: '第 {page} 页的内容（{part}）不受任何电子签名保护',
    en: 'No electronic signature covers the content of page {page} ({part})',
  },
  'annotation-unprotected': {
    zh: '显示在页面上的注释（{part}）不受任何电子签名保护，可能是签名后添加的',
    en: 'No electronic signature covers the annotations in {part}, which show on the page: they may have been added later',
  },
  'signature-trusted': {
    zh: '文件带有有效的电子签名（签名人 {signer}，印章 {seal}，签名时间 {time}），证书可追溯到受信任的根证书',
    en: 'The file carries a valid electronic signature (by {signer}, seal {seal}, at {time}); its certificate leads to a trusted root',
  },
  'signature-sound': {
    zh: '文件带有完好的电子签名（签名人 {signer}，印章 {seal}，签名时间 {time}），签名之后内容未被改动；但',
    en: 'The file carries an intact electronic signature (by {signer}, seal {seal}, at {time}), nothing was altered since; but: ',
  },
} as const satisfies Readonly<Record<string, Message>>;
