import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The modules as one script: each stands alone but for names of those before it. */
const script = `(() => {\n${['sm3.js', 'zip.js', 'check.js', 'main.js']
  .map((name) =>
    read(name)
      .replace(/^import .*;\n/gm, '')
      .replace(/^export /gm, ''),
  )
  .map((module) => module.trim())
  .join('\n\n')}\n})();\n`;

/** A page that checks a package dropped on it, without asking anything of any network. It is the same in every package. */
export function verifyPage(): Uint8Array {
  const style = read('page.css');
  const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  return Buffer.from(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>核验线索包 · Check a lead</title>
<style>${style}</style>
</head>
<body>
<h1>核验线索包 <small>Check a lead</small></h1>
<p>文件只在本机读取，不联网。<br>Files are read on this computer only; nothing is sent anywhere.</p>
<p id="unable" hidden>本浏览器不提供散列函数，无法核验。This browser offers no digests: it cannot check anything.</p>
<div id="drop">
<p>把整个文件夹或 ZIP 文件拖到这里，或者 · Drop the folder or the ZIP file here, or</p>
<label><input id="folder" type="file" webkitdirectory multiple><span>选择文件夹 · choose a folder</span></label>
<label><input id="zip" type="file" accept=".zip"><span>选择 ZIP · choose a ZIP</span></label>
</div>
<progress id="progress" hidden></progress>
<section id="result" hidden>
<p id="verdict"></p>
<ul id="problems"></ul>
<p id="signature"></p>
<p id="lead"></p>
<p>密钥编号 · key id<br><span id="key"></span></p>
<p>时间戳与保管记录不在本页核验：请用 jianzhen leads verify。<br>Time-stamp and custody proof are not checked here: use jianzhen leads verify.</p>
</section>
<script>${script}</script>
</body>
</html>
`);
}
