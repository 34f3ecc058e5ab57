import type { Family, Reading } from '../family.ts';
import { type Address, parameter } from '../read/address.ts';
import { percentDecoded } from '../read/percent.ts';
import { isWeb, type LinkRule, readByRules, ruleOf } from '../read/rules.ts';

const STORE = { kind: 'app-download', hazard: 'app-store' } as const;
const TESTS = { kind: 'app-download', service: 'distribution', hazard: 'app-distribution' } as const;
const REMOTE = { kind: 'app-download', service: 'remote-control', hazard: 'remote-control' } as const;

const RULES: readonly LinkRule[] = [
  { at: 'itms-apps:', service: 'app-store', ...STORE },
  { at: 'apps.apple.com', service: 'app-store', ...STORE },
  { at: 'itunes.apple.com', service: 'app-store', ...STORE },
  { at: 'testflight.apple.com', ...TESTS },
  { at: 'play.google.com', path: /^\/store\//, service: 'google-play', ...STORE },
  { at: 'market:', service: 'store', ...STORE },
  { at: 'a.app.qq.com', service: 'yingyongbao', ...STORE },
  { at: 'sj.qq.com', service: 'yingyongbao', ...STORE },
  { at: 'appgallery.huawei.com', service: 'huawei', ...STORE },
  { at: 'appgallery.cloud.huawei.com', service: 'huawei', ...STORE },
  { at: 'app.mi.com', service: 'xiaomi', ...STORE },
  { at: 'app.xiaomi.com', service: 'xiaomi', ...STORE },
  ...[
    'pgyer.com',
    'pgyerapp.com',
    'xcxwo.com',
    'fir.im',
    'fir.ink',
    'betaqr.com',
    'betaqr.com.cn',
    'jappstore.com',
  ].map((domain) => ({ at: `*.${domain}`, ...TESTS })),
  ...['todesk.com', 'sunlogin.oray.com', 'anydesk.com', 'teamviewer.com', 'rustdesk.com', 'raylink.live'].map(
    (domain) => ({ at: `*.${domain}`, ...REMOTE }),
  ),
  { at: 'anydesk:', ...REMOTE },
];
/** Packages of Android, iOS, HarmonyOS, Windows and macOS, and profiles that install what they like. */
const PACKAGE = /\.(apks?|xapk|apkm|aab|ipa|hap|mobileconfig|exe|msi|dmg|pkg)\/?$/i;

export const download: Family = {
  name: 'download',
  read({ address }) {
    if (!address) return null;
    if (address.scheme === 'itms-services') return fromManifest(address);
    const file = packageOf(address);
    const rule = ruleOf(RULES, address);
    // A store's page may have such a name in its path; a package elsewhere is one whatever the host.
    if (file !== null && rule?.hazard !== 'app-store') return sideloaded(address, file);
    return readByRules(RULES, address, { app: parameter(address, 'id', 'pkgname') });
  },
};

/** iOS installs what the property list at `url` names. */
const fromManifest = (address: Address): Reading => ({
  kind: 'app-download',
  details: { service: 'itms-services', type: 'ipa' },
  links: [address.href],
  hazard: 'app-sideload',
  opens: parameter(address, 'url'),
});

const sideloaded = (address: Address, type: string): Reading => ({
  kind: 'app-download',
  details: { service: 'package', type, host: address.host },
  links: [address.href],
  hazard: 'app-sideload',
});

/** The ending of a package in the path, or of a file's name in the parameters; null without one. */
function packageOf(address: Address): string | null {
  if (!isWeb(address)) return null;
  const named = parameter(address, 'file', 'filename', 'response-content-disposition', 'attname');
  for (const name of [percentDecoded(address.path), (named ?? '').replace(/["';\s]+$/, '')]) {
    const type = PACKAGE.exec(name)?.[1];
    if (type !== undefined) return type.toLowerCase();
  }
  return null;
}
