import type { CodeKind } from '@jianzhen/evidence';
import type { Reading } from '../family.ts';
import type { HazardCode } from '../hazards.ts';
import { type Address, isUnder } from './address.ts';

/** What links to one host are for. */
export interface LinkRule {
  /** Of the web: a host, or `*.` and a domain for it and all under it; of an app: its scheme and a colon, with the host after it where it matters. */
  readonly at: string;
  /** Of the path; none: every path. */
  readonly path?: RegExp;
  readonly kind: CodeKind;
  readonly service: string;
  readonly hazard?: HazardCode;
}

/** The first rule that a link falls under; null without one. */
export function ruleOf(rules: readonly LinkRule[], address: Address): LinkRule | null {
  return rules.find(({ at, path }) => isAt(address, at) && (path?.test(address.path) ?? true)) ?? null;
}

/** What the rules say of a link; null where none does. */
export function readByRules(
  rules: readonly LinkRule[],
  address: Address | null,
  details: Reading['details'] = {},
): Reading | null {
  const rule = address && ruleOf(rules, address);
  if (!rule) return null;
  const { kind, service, hazard = null } = rule;
  return { kind, details: { service, ...details }, links: [address.href], hazard };
}

export const isWeb = ({ scheme }: Address): boolean => scheme === 'http' || scheme === 'https';

function isAt(address: Address, at: string): boolean {
  const colon = at.indexOf(':');
  if (colon >= 0)
    return (
      address.scheme === at.slice(0, colon) &&
      (colon === at.length - 1 || address.host === at.slice(colon + 1))
    );
  if (!isWeb(address)) return false;
  return at.startsWith('*.') ? isUnder(address.host, at.slice(2)) : address.host === at;
}
