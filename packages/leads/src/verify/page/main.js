import { checkPackage } from './check.js';
import { readZip } from './zip.js';

const element = (id) => document.getElementById(id);

async function walk(entry, prefix) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return [{ path: prefix + entry.name, open: async () => new Uint8Array(await file.arrayBuffer()) }];
  }
  const reader = entry.createReader();
  const found = [];
  // A reader hands out a hundred names at a time.
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    for (const inner of some) found.push(...(await walk(inner, `${prefix}${entry.name}/`)));
  }
  return found;
}

/** Paths from the folder that `bagit.txt` lies in; what lies outside of it stands out by `../`. */
function fromRoot(files) {
  const declared = files.map(({ path }) => path).find((path) => /^([^/]+\/)?bagit\.txt$/.test(path)) ?? '';
  const root = declared.slice(0, -'bagit.txt'.length);
  return files.map(({ path, open }) => ({
    path: path.startsWith(root) ? path.slice(root.length) : `../${path}`,
    open,
  }));
}

function row(file, zh, en) {
  const line = document.createElement('li');
  const name = document.createElement('b');
  name.textContent = file;
  line.append(name, ` ${zh} · ${en}`);
  return line;
}

const SIGNATURES = {
  true: [
    '签名有效（密钥是否属于制作单位，请另行核对）',
    'the signature holds (compare the key id with the maker by another way)',
  ],
  false: ['签名无效', 'the signature does not hold'],
  null: [
    '本浏览器不能验证这种签名（SM2，或较旧的浏览器）：请用 jianzhen leads verify 或 openssl',
    'this browser cannot check such a signature (SM2, or an older browser): use jianzhen leads verify or openssl',
  ],
};

async function run(files) {
  element('result').hidden = true;
  element('progress').hidden = false;
  const told = (done, all) => {
    element('progress').value = all ? done / all : 0;
  };
  try {
    const { problems, files: count, lead, keyId, signature } = await checkPackage(fromRoot(files), told);
    const sound = problems.length === 0;
    element('result').className = sound ? (signature ? 'sound' : 'open') : 'broken';
    element('verdict').textContent = sound
      ? `${count} 个文件与清单、签名声明一致 · ${count} files agree with manifests and statement`
      : `发现 ${problems.length} 处问题 · ${problems.length} problem(s)`;
    element('problems').replaceChildren(...problems.map(({ file, zh, en }) => row(file, zh, en)));
    element('signature').textContent = SIGNATURES[signature].join(' · ');
    element('lead').textContent = lead ? `${lead.package} · ${lead.organisation} · ${lead.madeAt}` : '';
    element('key').textContent = keyId ?? '';
  } catch (thrown) {
    element('result').className = 'broken';
    element('verdict').textContent = `无法读取 · cannot be read: ${thrown.message}`;
  }
  element('progress').hidden = true;
  element('result').hidden = false;
}

const single = async (file) => run(await readZip(file).catch(() => []));

element('folder').addEventListener('change', ({ target }) =>
  run(
    [...target.files].map((file) => ({
      path: file.webkitRelativePath || file.name,
      open: async () => new Uint8Array(await file.arrayBuffer()),
    })),
  ),
);
element('zip').addEventListener('change', ({ target }) => target.files[0] && single(target.files[0]));
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', async (event) => {
  event.preventDefault();
  const [item] = event.dataTransfer.items;
  const entry = item?.webkitGetAsEntry();
  if (entry?.isDirectory) run(await walk(entry, ''));
  else if (event.dataTransfer.files[0]) single(event.dataTransfer.files[0]);
});
if (!globalThis.crypto?.subtle) element('unable').hidden = false;
