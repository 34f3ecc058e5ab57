import { toCodedError } from '@jianzhen/evidence';
import {
  pemBlocks,
  publicKeyFromPem,
  type VerifiedPackage,
  verifyPackage,
  withPackage,
} from '@jianzhen/leads';
import { errorForPeople, errorLine, writeLine } from '../../output/lines.ts';
import { errorText } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { textOf } from './data.ts';

export interface VerifyOptions {
  readonly json?: boolean;
  /** PEM of the maker's public key or certificate, got by another way. */
  readonly key?: string;
  /** PEM of certificates of time-stamping authorities that are trusted. */
  readonly tsaCa?: string;
  /** What `leads handover --receipt` wrote. */
  readonly receipt?: string;
}

export async function verifyAt(
  path: string,
  { key, tsaCa, receipt }: VerifyOptions,
): Promise<VerifiedPackage> {
  const pinned = key ? publicKeyFromPem(await textOf(key)) : null;
  const anchors = tsaCa ? pemBlocks(await textOf(tsaCa), /^CERTIFICATE$/) : [];
  const given = receipt ? { receipt: parse(await textOf(receipt)) } : {};
  return withPackage(path, (source) => verifyPackage(source, { key: pinned, anchors, ...given }));
}

/** What is no JSON is a receipt that does not hold. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `jianzhen leads verify`: with nothing but the packages. */
export async function verifyPackages(paths: readonly string[], options: VerifyOptions): Promise<Status> {
  let status: Status = Status.done;
  for (const path of paths) {
    try {
      const verified = await verifyAt(path, options);
      if (options.json) writeLine(verified);
      else print(verified);
    } catch (thrown) {
      const error = toCodedError(thrown);
      if (options.json) writeLine(errorLine(path, error));
      else console.error(errorForPeople(path, error));
      status = Status.unreadable;
    }
  }
  return status;
}

function print({ bag, valid, problems, key, timestamp, files }: VerifiedPackage): void {
  const verdict = valid
    ? `完好 sound（${files} 个文件 files）`
    : errorText(`${problems.length} 处问题 problem(s)`);
  console.log(`${bag}: ${verdict}`);
  for (const { file, message, code } of problems)
    console.log(`  ${file}: ${message.zh} ${message.en} [${code}]`);
  if (key) {
    const unknown = '（未经另一渠道核对 not compared by another way：--key）';
    console.log(`  密钥 key ${key.algorithm} ${key.id}${key.pinned ? '' : unknown}`);
  }
  if (timestamp) console.log(`  时间戳 time-stamp ${timestamp.at} ${timestamp.authority}`);
}
