import type { Profile } from '../gangs/profile.ts';

/** What a group is judged by; each can be told to a person. */
export const featureNames = [
  'customers',
  'repeats',
  'lenders',
  'families',
  'devices',
  'company',
  'tie',
  'placeShare',
  'supplied',
  'seals',
  'constancy',
  'seat',
  'letterhead',
] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = Readonly<Record<FeatureName, number>>;

export const featuresOf = (profile: Profile): Features => ({
  customers: Math.log(profile.customers),
  repeats: Math.log(profile.cases.length / profile.customers),
  lenders: Math.log(profile.lenders),
  families: profile.families.length,
  devices: profile.devices,
  company: profile.company,
  tie: profile.tie,
  placeShare: profile.placeShare,
  supplied: profile.supplied,
  seals: Math.log1p(profile.seals),
  constancy: profile.constancy,
  seat: profile.seat,
  letterhead: profile.letterhead,
});
