import type { Signer } from '../keys/index.ts';
import type { PackageFacts } from '../summary/index.ts';

/** README for the recipient, in both languages: what lies where, and how to check it with and without Jianzhen. */
export function readme(
  facts: PackageFacts,
  signer: Signer,
  stamped: boolean,
): [path: string, text: Uint8Array][] {
  return [
    ['README.zh.md', Buffer.from(chinese(facts, signer, stamped))],
    ['README.en.md', Buffer.from(english(facts, signer, stamped))],
  ];
}

const pkeyutl = ({ algorithm }: Signer) =>
  [
    'openssl pkeyutl -verify -pubin -inkey statement/public-key.pem -rawin',
    ...(algorithm === 'SM2' ? ['-digest sm3 -pkeyopt distid:1234567812345678'] : []),
    '-in statement/signed-bytes.bin -sigfile statement/signature.bin',
  ].join(' \\\n  ');

const TS = `openssl ts -verify -data manifest-sha256.txt -in timestamp/manifest-sha256.tsr \\
  -CAfile TSA-CA.pem -untrusted timestamp/certificates.pem`;

const chinese = (facts: PackageFacts, signer: Signer, stamped: boolean) => `# 团伙线索包 ${facts.package}

制作单位：${facts.organisation}　制作时间：${facts.madeAt}（UTC）　披露配置：${facts.profile}

**本包是线索，不是证据结论。** 先读 \`data/summary.pdf\`（或 \`data/summary.html\`）。

| 位置 | 内容 |
|---|---|
| \`data/summary.pdf\`、\`.html\` | 摘要：事实、推断、把握程度分列 |
| \`data/records/\` | 电子数据清单、电子数据提取笔录（预填稿，须核对并签名、盖章） |
| \`data/exhibits/\` | 材料原件；文件名前的编号即清单序号 |
| \`data/findings/\` | 各份材料的检测发现、篡改掩膜、印章截图 |
| \`data/links.csv\` | 每一项联系：来源系统、表、记录号、时间、散列，以及稀有程度 |
| \`data/entities.csv\`、\`data/stix.json\`、\`data/gang.json\` | 供工具使用 |
| \`data/provenance.json\` | 程序版本、模型校验和、参数、种子、复算命令 |
| \`manifest-sha256.txt\`、\`manifest-sm3.txt\` | 每份文件的散列 |
| \`statement/\` | 签名声明（in-toto / DSSE，${signer.algorithm}），公钥 |
${stamped ? '| `timestamp/` | RFC 3161 时间戳 |\n' : ''}| \`custody/\` | 保管记录的签名树头与包含证明（RFC 6962） |

## 核验

任选其一，均可离线进行：

1. 用浏览器打开 \`verify.html\`，把整个文件夹或 ZIP 拖入。
2. \`jianzhen leads verify 本文件夹 --key 公钥.pem\`
3. 用通用工具，在本文件夹内执行：

\`\`\`sh
sha256sum -c manifest-sha256.txt
sha256sum -c tagmanifest-sha256.txt
${pkeyutl(signer)}
${stamped ? `${TS}\n` : ''}\`\`\`

签名证明“谁签的、签后未改”，前提是公钥确属制作单位：请通过电话、公函等**另一渠道**核对密钥编号：

\`\`\`
${signer.keyId}
\`\`\`

包内所附公钥只能证明前后一致：任何人都能用自己的密钥重做一个包。命令行用 \`--key\` 指定另一渠道取得的公钥。
`;

const english = (facts: PackageFacts, signer: Signer, stamped: boolean) => `# Lead ${facts.package}

Made by ${facts.organisation} at ${facts.madeAt}; disclosure profile: ${facts.profile}.

**This is a lead, not proof.** Begin with \`data/summary.pdf\` (or \`data/summary.html\`; both are in Chinese).

| Where | What |
|---|---|
| \`data/summary.pdf\`, \`.html\` | summary: facts, inference and confidence apart |
| \`data/records/\` | list of electronic data and record of extraction, pre-filled: to be checked, signed and sealed |
| \`data/exhibits/\` | the exhibits; the number before a name is that of the list |
| \`data/findings/\` | findings on exhibits, masks, cut-outs of seals |
| \`data/links.csv\` | every link with its source record (system, table, id, time, hash) and how rare it is |
| \`data/entities.csv\`, \`data/stix.json\`, \`data/gang.json\` | for tools |
| \`data/provenance.json\` | code version, checksums of models, parameters, seed, commands to compute it again |
| \`manifest-sha256.txt\`, \`manifest-sm3.txt\` | digests of every file |
| \`statement/\` | signed statement (in-toto / DSSE, ${signer.algorithm}), public key |
${stamped ? '| `timestamp/` | RFC 3161 time-stamp |\n' : ''}| \`custody/\` | signed tree head of the custody log and proofs of inclusion (RFC 6962) |

## How to check it

Any of these, offline:

1. Open \`verify.html\` in a browser and drop the folder or the ZIP on it.
2. \`jianzhen leads verify FOLDER --key PUBLIC-KEY.pem\`
3. With common tools, in this folder:

\`\`\`sh
sha256sum -c manifest-sha256.txt
sha256sum -c tagmanifest-sha256.txt
${pkeyutl(signer)}
${stamped ? `${TS}\n` : ''}\`\`\`

A signature shows who signed and that nothing was changed since, if the key is the maker's: compare its id by **another way** (telephone, letter):

\`\`\`
${signer.keyId}
\`\`\`

The key enclosed shows no more than that the package agrees with itself: anybody can make a package with a key of their own.
`;
