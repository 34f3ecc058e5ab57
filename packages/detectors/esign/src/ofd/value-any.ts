import type { OfdPackage } from '@jianzhen/raster';
import { malformed } from './locate.ts';
import type { OpenedSignature } from './open.ts';
import { NO_SIGNED, type ValueVerdict, valueKind } from './value.ts';
import { verifyCmsValue } from './value-cms.ts';
import { verifyRawValue } from './value-raw.ts';
import { verifySesValue } from './value-ses.ts';

/** The signed value, whatever it is. Errors: `ofd.bomb`. */
export function verifyValue(pack: OfdPackage, opened: OpenedSignature): ValueVerdict {
  const { value, valuePath, xml, path, description } = opened;
  if (!value || !xml || path === null || !description) return noValue(opened);
  try {
    switch (valueKind(value)) {
      case 'ses':
        return verifySesValue(value, xml, path, description.checkMethod);
      case 'cms':
        return verifyCmsValue(value, xml, description.checkMethod);
      case 'raw':
        return verifyRawValue(pack, value, xml, path, description.method);
    }
  } catch (error) {
    return { ...noValue(opened), remarks: [malformed(valuePath ?? path, error)] };
  }
}

/** What is said of a value that is missing or unreadable: why, stands in the remarks on its parts. */
function noValue({ listed, description }: OpenedSignature): ValueVerdict {
  return {
    format: listed.type === 'Sign' ? 'ofd-cms' : 'ofd-ses-v4',
    holds: false,
    descriptionSame: null,
    algorithm: description?.method ?? 'unknown',
    signedAt: null,
    signed: NO_SIGNED,
    ses: null,
    remarks: [],
  };
}
